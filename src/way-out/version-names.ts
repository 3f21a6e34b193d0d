import { member, objectMember, stringMember, type JsonObject } from '../domain/json.ts';
import { operationsOf, type Operation } from '../domain/operation.ts';
import { collide } from './collide.ts';
import { ANNOTATION } from './words.ts';

/** Which version of which family an operation is, and what the next one is called. */
export interface NextVersion {
  readonly family: string;
  /** Of the operation that stays. */
  readonly formerRevision: number;
  readonly revision: number;
  readonly id: string;
}

/** Gives out ids and paths that neither version of a definition has used, each once. */
export class VersionNames {
  readonly #operations: readonly Operation[];
  readonly #ids: Set<string>;
  readonly #paths: string[];

  constructor(before: JsonObject, after: JsonObject) {
    this.#operations = [...operationsOf(before), ...operationsOf(after)];
    // Some readers do not tell letters by their case.
    this.#ids = new Set(this.#operations.map(({ id = '' }) => id.toLowerCase()));
    this.#paths = [before, after].flatMap((document) => Object.keys(member(document, 'paths') ?? {}));
  }

  /** The next free revision in the family of an operation. `Get_V2` without annotation is revision 2 of `Get`. */
  next(operation: Operation): NextVersion {
    const { family, revision } = versionOf(operation);
    const known = this.#operations.map(versionOf).filter((one) => one.family === family);
    let next = Math.max(revision, ...known.map((one) => one.revision)) + 1;
    while (this.#ids.has(`${family}_v${next}`.toLowerCase())) next += 1;
    const id = `${family}_V${next}`;
    this.#ids.add(id.toLowerCase());
    return { family, formerRevision: revision, revision: next, id };
  }

  /** A path of its own for a new version: the revision in front, or in place of the version that stands there. */
  path(path: string, revision: number): string {
    const whole = path === '/' ? '/root' : path;
    const choices = [`/v${revision}${whole.replace(/^\/v\d+(?=\/)/i, '')}`, `/v${revision}${whole}`];
    for (let count = 2; count < 100; count += 1) choices.push(`/v${revision}-${count}${whole}`);
    const choice = choices.find((one) => !this.#paths.some((other) => collide(one, other))) ?? choices[0] ?? whole;
    this.#paths.push(choice);
    return choice;
  }
}

function versionOf({ id = '', value }: Operation): { readonly family: string; readonly revision: number } {
  const annotation = objectMember(value, ANNOTATION);
  const [, stem = id, suffix] = /^(.+?)_?V([1-9]\d{0,2})$/.exec(id) ?? [];
  const revision = member(annotation, 'revision');
  const named = stringMember(annotation, 'family');
  const counted = suffix === undefined ? 1 : Number(suffix);
  return {
    family: named === undefined || named === '' ? stem : named,
    revision: typeof revision === 'number' && revision >= 1 && Number.isInteger(revision) ? revision : counted,
  };
}
