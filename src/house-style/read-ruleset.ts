import type { JsonObject } from '../domain/json.ts';
import { problemsOfRuleset } from './check-ruleset.ts';
import { extendedBy, type Extended, type Share } from './extended.ts';
import { notAllowed, notValid, type RulesetProblem } from './ruleset-problem.ts';
import type { BuiltIn } from './words.ts';

/** What became of a ruleset's file when it was to be read: `broken` was reported by who read it. */
export type ReadFile =
  | { readonly kind: 'read'; readonly value: JsonObject }
  | { readonly kind: 'absent' | 'link' | 'broken' };

/** One file of a ruleset, checked; plain values, so that it can be sent to another thread. */
export interface CheckedFile {
  readonly file: string;
  /** Without `extends`. */
  readonly definition: JsonObject;
  /** Built-in rulesets by name, files by their index, each before this one. */
  readonly extended: readonly { readonly base: BuiltIn | number; readonly share?: Share }[];
}

/** A ruleset with all that it extends: what is extended comes first, the ruleset itself last. */
export type CheckedRuleset = readonly CheckedFile[];

export interface ReadRuleset {
  /** Undefined when something in it may not be, or cannot be read: a ruleset counts as a whole. */
  readonly ruleset: CheckedRuleset | undefined;
  readonly problems: readonly (RulesetProblem & { readonly file: string })[];
  /** Every file that was asked for. */
  readonly files: readonly string[];
}

type Problem = ReadRuleset['problems'][number];

interface Reading {
  readonly read: (file: string) => ReadFile;
  readonly checked: CheckedFile[];
  readonly problems: Problem[];
  /** The index of each file; `open` while what it extends is being read. */
  readonly seen: Map<string, number | 'open' | 'broken'>;
}

const MOST_FILES = 20;

/** Reads a ruleset and what it extends. Nothing of it is run, and nothing is read but what `read` gives. */
export function readRuleset(file: string, read: (file: string) => ReadFile): ReadRuleset {
  const reading: Reading = { read, checked: [], problems: [], seen: new Map() };
  const found = read(file);
  if (found.kind === 'read') addFile(reading, file, found.value);
  const isBroken = found.kind !== 'read' || [...reading.seen.values()].includes('broken');
  return {
    ruleset: isBroken || reading.problems.length > 0 ? undefined : reading.checked,
    problems: reading.problems,
    files: [...new Set([file, ...reading.seen.keys()])],
  };
}

function addFile(reading: Reading, file: string, value: JsonObject): number {
  reading.seen.set(file, 'open');
  const { extends: _, ...definition } = value;
  const { extended, problems } = extendedBy(value, file);
  for (const problem of [...problems, ...problemsOfRuleset(definition)]) reading.problems.push({ ...problem, file });
  const bases = extended.flatMap((one) => {
    const base = one.target.kind === 'built-in' ? one.target.name : indexOf(reading, file, one.target.path, one);
    return base === undefined ? [] : [{ base, ...(one.share === undefined ? {} : { share: one.share }) }];
  });
  const index = reading.checked.push({ file, definition, extended: bases }) - 1;
  reading.seen.set(file, index);
  return index;
}

function indexOf(reading: Reading, from: string, path: string, { pointer }: Extended): number | undefined {
  const refuse = (problem: RulesetProblem): undefined => void reading.problems.push({ ...problem, file: from });
  const seen = reading.seen.get(path);
  if (seen === 'open') return refuse(notValid(pointer, `"${path}" extends itself`, 'Break the circle'));
  if (seen !== undefined) return seen === 'broken' ? undefined : seen;
  if (reading.seen.size >= MOST_FILES)
    return refuse(notValid(pointer, `The ruleset has more than ${MOST_FILES} files`));
  const found = reading.read(path);
  if (found.kind === 'read') return addFile(reading, path, found.value);
  if (found.kind === 'link') {
    return refuse(notAllowed(pointer, `"${path}" is reached through a symbolic link, and none is followed`));
  }
  if (found.kind === 'absent') {
    return refuse(notValid(pointer, `There is no file "${path}"`, 'Write the path from the folder of this file'));
  }
  reading.seen.set(path, 'broken');
  return undefined;
}
