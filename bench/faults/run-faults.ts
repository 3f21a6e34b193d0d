import { KNOWN_RULE_CODES, ruleRow, type KnownRuleCode } from '../../src/domain/rule-codes.ts';
import { faultOf, type FaultTable } from './fault.ts';
import type { Sample } from './samples.ts';
import { tryFault } from './try-fault.ts';

/** One code, tried on some connectors. */
export interface FaultRow {
  readonly code: KnownRuleCode;
  /** Whether the connectors got something sound first. */
  readonly isGiven: boolean;
  readonly tried: number;
  readonly found: number;
  readonly rightLine: number;
  /** Connectors in which something else was new. */
  readonly extra: number;
  /** What went wrong, a line each. */
  readonly faults: readonly string[];
}

/** Puts each fault of a table into connectors that can carry it, `most` of them at most, other ones for each code. */
export function runFaults(table: FaultTable, samples: readonly Sample[], most: number): FaultRow[] {
  return KNOWN_RULE_CODES.flatMap((code, index) => {
    const entry = table[code];
    return entry === undefined ? [] : [runFault(code, faultOf(entry), turned(samples, index), most)];
  });
}

/** The codes that something reports and no fault of a table stands for. */
export function codesWithout(table: FaultTable): KnownRuleCode[] {
  return KNOWN_RULE_CODES.filter((code) => ruleRow(code)?.status === 'checked' && table[code] === undefined);
}

function runFault(
  code: KnownRuleCode,
  fault: ReturnType<typeof faultOf>,
  samples: readonly Sample[],
  most: number,
): FaultRow {
  const isGiven = fault.given !== undefined;
  const row = { code, isGiven, tried: 0, found: 0, rightLine: 0, extra: 0, faults: [] as string[] };
  for (const sample of samples) {
    if (row.tried >= most) break;
    const outcome = tryFault(code, fault, sample);
    if (outcome.kind === 'cannot') continue;
    row.tried += 1;
    if (outcome.isFound) row.found += 1;
    if (outcome.isRightLine) row.rightLine += 1;
    else row.faults.push(`${sample.folder}: wanted at ${outcome.wanted}, got ${outcome.got.join('; ') || 'nothing'}`);
    if (outcome.extra.length > 0) row.extra += 1;
    for (const one of outcome.extra) row.faults.push(`${sample.folder}: new as well: ${one}`);
  }
  return row;
}

/** All samples, spread by a step that meets each once, from another one for each code. */
function turned(samples: readonly Sample[], turn: number): Sample[] {
  const { length } = samples;
  const step = [61, 59, 53, 1].find((one) => gcd(one, length) === 1) ?? 1;
  return samples.map((_, index) => samples[(turn * 7 + index * step) % length]).filter((one) => one !== undefined);
}

function gcd(one: number, two: number): number {
  return two === 0 ? one : gcd(two, one % two);
}
