import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../src/domain/json.ts';

/** Two versions of a definition that somebody published one after the other, and both read a second time. */
export interface Pair {
  readonly name: string;
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly again: { readonly before: JsonObject; readonly after: JsonObject };
  /** Of both files. */
  readonly bytes: number;
}

/** The folders below one that hold a before.json and an after.json. */
export function pairFolders(history: string): string[] {
  const folders = readdirSync(history, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => join(history, name))
    .filter((folder) =>
      ['before.json', 'after.json'].every((file) => statSync(join(folder, file), { throwIfNoEntry: false })),
    )
    .sort();
}

/** Those of them whose files are both JSON. */
export function pairsIn(history: string): Pair[] {
  return pairFolders(history).flatMap((folder) => {
    const texts = ['before.json', 'after.json'].map((file) =>
      readFileSync(join(folder, file), 'utf8').replace(/^\u{feff}/u, ''),
    );
    const [before, after, ...again] = [...texts, ...texts].map(parsed);
    const [beforeAgain, afterAgain] = again;
    if (before === undefined || after === undefined || beforeAgain === undefined || afterAgain === undefined) return [];
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    return [{ name: folder, before, after, again: { before: beforeAgain, after: afterAgain }, bytes }];
  });
}

function parsed(text: string): JsonObject | undefined {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return undefined;
  }
}
