import { entriesOf, isObject, member, objectMember, type Json, type JsonObject } from '../../domain/json.ts';
import { child, pointerTo, type Pointer } from '../../domain/pointer.ts';
import { isUnreadExtension, meantExtension } from './extension-names.ts';

/** An extension that nothing reads, with all its places. */
export interface UnreadExtension {
  readonly key: string;
  /** What it most likely is meant to be. */
  readonly meant: string | undefined;
  /** Of the keys, in document order, at most 1,000. */
  readonly pointers: readonly Pointer[];
  /** How many places there are. */
  readonly count: number;
}

// Bounds what a hostile document of nothing but extensions costs.
const MOST_NAMES = 300;
const MOST_PLACES = 1000;

/** An object and where it stands. The pointer is only asked for when something is found. */
interface Placed {
  readonly value: JsonObject;
  readonly pointer: Pointer;
}

/** Collects extensions that nothing reads while a document is traversed. */
export class UnreadExtensions {
  readonly #found = new Map<string, { count: number; pointers: Pointer[] }>();

  /** Looks at the keys of one object. There are hundreds of thousands of them, so nothing is made for the usual case. */
  note(holder: Placed): void {
    for (const key in holder.value) {
      if (key.startsWith('x') && isUnreadExtension(key)) this.#add(key, holder.pointer);
    }
  }

  /** What the traversal does not show: the root and what describes it, paths, answers and security. */
  noteFrame(document: JsonObject): void {
    const info = objectMember(document, 'info');
    this.#noteAll([
      [document, ''],
      [info, '/info'],
      [member(info, 'contact'), '/info/contact'],
      [member(info, 'license'), '/info/license'],
      ...below(document, 'securityDefinitions'),
      ...below(document, 'paths'),
      ...below(document, 'responses'),
    ]);
  }

  noteOperation(operation: Placed): void {
    const { value, pointer } = operation;
    this.note(operation);
    this.#noteAll(
      entriesOf(member(value, 'responses')).map(([status, one]) => [one, child(pointer, 'responses', status)]),
    );
  }

  all(): UnreadExtension[] {
    return [...this.#found].map(([key, { count, pointers }]) => ({ key, meant: meantExtension(key), pointers, count }));
  }

  #noteAll(places: readonly (readonly [Json | undefined, Pointer])[]): void {
    for (const [value, pointer] of places) if (isObject(value)) this.note({ value, pointer });
  }

  #add(key: string, holder: Pointer): void {
    const found = this.#found.get(key) ?? { count: 0, pointers: [] };
    if (found.count === 0 && this.#found.size < MOST_NAMES) this.#found.set(key, found);
    found.count += 1;
    if (found.pointers.length < MOST_PLACES) found.pointers.push(child(holder, key));
  }
}

function below(document: JsonObject, key: string): (readonly [Json, Pointer])[] {
  return entriesOf(member(document, key)).map(([name, value]) => [value, pointerTo(key, name)]);
}
