import { hash } from 'node:crypto';
import { checkTree, locatorOf } from '../../src/app/check-tree.ts';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import { PROFILES, type Profile } from '../../src/domain/registry-file.ts';
import { ruleRow, type KnownRuleCode } from '../../src/domain/rule-codes.ts';
import { MOST_PER_CODE } from '../../src/rules/run-rules.ts';
import { Draft } from './draft.ts';
import type { Fault } from './fault.ts';
import type { Sample } from './samples.ts';
import { treeOf, type Entries } from './tree.ts';

/** What came of one fault in one connector. */
export type Outcome =
  /** The connector cannot carry it, or has it already. */
  | { readonly kind: 'cannot' }
  | {
      readonly kind: 'tried';
      readonly isFound: boolean;
      readonly isRightLine: boolean;
      /** What else is new, as `line code`. */
      readonly extra: readonly string[];
      /** Where it should be, and where it is. */
      readonly wanted: string;
      readonly got: readonly string[];
    };

interface Found {
  readonly diagnostic: Diagnostic;
  readonly line: number;
}

const TODAY = '2027-01-31';
const CANNOT: Outcome = { kind: 'cannot' };

/** Judges a connector without and with a fault, in the strictest profile that knows it. */
export function tryFault(code: KnownRuleCode, fault: Fault, sample: Sample): Outcome {
  const profile = profileFor(code);
  const draft = new Draft(sample, fault.form ?? 'microsoft');
  fault.given?.(draft);
  const before = draft.entries();
  const { folder } = draft;
  const spot = fault.inject(draft);
  if (spot === undefined) return CANNOT;
  const known = fingerprintsIn(before, folder, profile);
  const after = draft.entries();
  const found = judge(after, draft.folder, profile);
  const wanted = draft.resolve(spot, after);
  const isThere = (one: Found): boolean =>
    one.diagnostic.code === code && one.diagnostic.at.file === wanted?.file && one.line === wanted.line;
  const fresh = found.filter(({ diagnostic }) => !known.has(diagnostic.fingerprint));
  const hits = fresh.filter(({ diagnostic }) => diagnostic.code === code);
  if (hits.length === 0 && found.some(isThere)) return CANNOT;
  if (found.filter(({ diagnostic }) => diagnostic.code === code).length >= MOST_PER_CODE) return CANNOT;
  return {
    kind: 'tried',
    isFound: hits.length > 0,
    isRightLine: hits.some(isThere),
    extra: fresh.filter((one) => !isThere(one) && !follows(fault, one)).map(shown),
    wanted: `${wanted?.file ?? spot.file}:${wanted?.line ?? '?'}`,
    got: hits.map(shown),
  };
}

function follows(fault: Fault, { diagnostic }: Found): boolean {
  return Object.hasOwn(fault.follows ?? {}, diagnostic.code);
}

function shown({ diagnostic: { code, at, message }, line }: Found): string {
  return `${at.file}:${line} ${code}  ${message}`;
}

/** Strict, or the first that has the code at all. */
function profileFor(code: KnownRuleCode): Profile {
  return (['strict', ...PROFILES] as const).find((profile) => ruleRow(code)?.severity[profile] !== 'off') ?? 'strict';
}

// The same connectors are tried with many faults, and most faults change nothing before.
const KNOWN = new Map<string, ReadonlySet<string>>();

function fingerprintsIn(entries: Entries, folder: string, profile: Profile): ReadonlySet<string> {
  const key = JSON.stringify([
    profile,
    Object.entries(entries.content).map(([path, content]) => [path, keyOf(content)]),
  ]);
  const known =
    KNOWN.get(key) ?? new Set(judge(entries, folder, profile).map(({ diagnostic }) => diagnostic.fingerprint));
  KNOWN.set(key, known);
  return known;
}

function keyOf(content: string | Uint8Array): string {
  return hash('sha256', content);
}

function judge(entries: Entries, folder: string, profile: Profile): Found[] {
  const checked = checkTree(treeOf(entries), [''], { profile, today: TODAY });
  const locate = locatorOf(checked.loaded);
  return checked.diagnostics
    .filter(({ at }) => at.file === folder || at.file.startsWith(`${folder}/`) || !at.file.includes('/'))
    .map((diagnostic) => ({ diagnostic, line: locate(diagnostic.at).start.line }));
}
