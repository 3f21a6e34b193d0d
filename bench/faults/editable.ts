import { isArray, isObject, type Json } from '../../src/domain/json.ts';
import { child, parentOf, tokensOf, valueAt, type Pointer } from '../../src/domain/pointer.ts';

/** A JSON value whose places can be changed. What is on the way to a place and missing is made, as objects. */
export class Editable {
  value: Json;

  /** Takes a copy. */
  constructor(value: Json) {
    this.value = structuredClone(value);
  }

  at(pointer: Pointer): Json | undefined {
    return valueAt(this.value, pointer);
  }

  /** The text at a place, or undefined when there is none. */
  textAt(pointer: Pointer): string | undefined {
    const value = this.at(pointer);
    return typeof value === 'string' ? value : undefined;
  }

  /** Keys of the object at a place, in its order. */
  keysAt(pointer: Pointer): string[] {
    const value = this.at(pointer);
    return isObject(value) ? Object.keys(value) : [];
  }

  /** Puts a value at a place, where it stands or at the end. Gives the place. */
  set(pointer: Pointer, value: Json): Pointer {
    this.value = withValue(this.value, tokensOf(pointer), value);
    return pointer;
  }

  /** Adds an entry to the list at a place, which may be missing. Gives the place of the entry. */
  push(pointer: Pointer, value: Json): Pointer {
    const before = this.at(pointer);
    const list = isArray(before) ? before : [];
    this.set(pointer, [...list, value]);
    return child(pointer, list.length);
  }

  remove(pointer: Pointer): void {
    const holder = this.at(parentOf(pointer));
    const key = tokensOf(pointer).at(-1) ?? '';
    if (isArray(holder)) this.set(parentOf(pointer), holder.toSpliced(Number(key), 1));
    else this.set(parentOf(pointer), Object.fromEntries(Object.entries(holder ?? {}).filter(([name]) => name !== key)));
  }

  /** Gives a member another key at the same place among the others. */
  rename(pointer: Pointer, to: string): Pointer {
    const key = tokensOf(pointer).at(-1) ?? '';
    const entries = Object.entries(this.at(parentOf(pointer)) ?? {});
    this.set(parentOf(pointer), Object.fromEntries(entries.map(([name, value]) => [name === key ? to : name, value])));
    return child(parentOf(pointer), to);
  }
}

function withValue(holder: Json | undefined, [token, ...rest]: readonly string[], value: Json): Json {
  if (token === undefined) return value;
  if (isArray(holder)) return holder.with(Number(token), withValue(holder[Number(token)], rest, value));
  const object = isObject(holder) ? holder : {};
  return { ...object, [token]: withValue(object[token], rest, value) };
}
