import type { Pointer } from '../domain/pointer.ts';
import type { Loss } from './openapi-3-conversion.ts';

/** Something that the collection does not say and the import chose: an importer for people asks about it. */
export interface Derived {
  /** `title`, `host`, `brand-color`, `path-parameter` … */
  readonly what: string;
  readonly value: string;
  /** One sentence: what it was taken from. */
  readonly from: string;
}

/** What one import tells besides its result. */
export class PostmanReport {
  readonly #losses = new Map<string, Loss>();
  readonly #notes = new Map<string, Loss>();
  readonly #derived = new Map<string, Derived>();

  get losses(): readonly Loss[] {
    return [...this.#losses.values()];
  }

  get notes(): readonly Loss[] {
    return [...this.#notes.values()];
  }

  get derived(): readonly Derived[] {
    return [...this.#derived.values()];
  }

  /** A part of the API that the connector does not have. */
  lose(pointer: Pointer, construct: string, message: string, hint?: string): void {
    add(this.#losses, pointer, construct, message, hint);
  }

  /** Something of the collection that is no part of the API, or is said otherwise. */
  note(pointer: Pointer, construct: string, message: string, hint?: string): void {
    add(this.#notes, pointer, construct, message, hint);
  }

  derive(what: string, value: string, from: string): void {
    this.#derived.set(`${what}\n${value}`, { what, value, from });
  }
}

function add(reports: Map<string, Loss>, pointer: Pointer, construct: string, message: string, hint?: string): void {
  const key = `${pointer}\n${construct}\n${message}`;
  if (!reports.has(key)) reports.set(key, { pointer, construct, message, ...(hint === undefined ? {} : { hint }) });
}
