import type { Connector } from '../domain/connector.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Finding, Part } from '../domain/finding.ts';
import type { Pointer } from '../domain/pointer.ts';
import type { Profile } from '../domain/registry-file.ts';
import { RULE_CODES } from '../domain/rule-codes.ts';
import * as all from './all.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { filePlaceOf } from './file-places.ts';
import { compareDiagnostics } from './order.ts';
import type { Rule } from './rule.ts';
import { createRunner, reportedAs, type Reported, type Runner } from './run-rules.ts';
import { checkStructure, type StructureFinding } from './structure.ts';
import { subjectOf } from './subject.ts';

type ProfileOf = (connector: Connector) => Profile;

const ALL_RULES: readonly Rule[] = Object.values(all);

/**
 * Judges connectors: what reading them found, their structure, their meaning, and what only shows across them.
 * Severities are the profile's; a rule that it switches off does not run. Sorted by file, place and code.
 */
export function checkConnectors(connectors: readonly Connector[], profileOf: ProfileOf): Diagnostic[] {
  return [...checkEach(connectors, profileOf).values()].flat().sort(compareDiagnostics);
}

/**
 * The same by connector. With `within` only its connectors are judged in themselves; the others are there for what shows across
 * connectors, and get findings of that sort alone.
 */
export function checkEach(
  connectors: readonly Connector[],
  profileOf: ProfileOf,
  within: ReadonlySet<Connector> = new Set(connectors),
): Map<Connector, Diagnostic[]> {
  const across = findAcross(connectors, profileOf);
  return new Map(
    connectors.map((connector) => {
      const profile = profileOf(connector);
      const reported = across.get(connector) ?? [];
      const findings = within.has(connector)
        ? findIn(connector, runnerOf(profile), reported)
        : reported.map(({ finding }) => finding);
      return [connector, diagnosticsOf(connector, findings, profile)];
    }),
  );
}

/** What shows in one connector alone, in no order. */
export function checkAlone(connector: Connector, profile: Profile): Diagnostic[] {
  return diagnosticsOf(connector, findIn(connector, runnerOf(profile), []), profile);
}

/** What only shows across connectors, by connector. An outline of each is enough (src/app/outline.ts). */
export function checkAcross(connectors: readonly Connector[], profileOf: ProfileOf): Map<Connector, Diagnostic[]> {
  return new Map(
    [...findAcross(connectors, profileOf)].map(([connector, reported]) => [
      connector,
      diagnosticsOf(
        connector,
        reported.map(({ finding }) => finding),
        profileOf(connector),
      ),
    ]),
  );
}

// Sorting the rules costs more than judging a small connector.
const RUNNERS = new Map<Profile, Runner>();

function runnerOf(profile: Profile): Runner {
  const known = RUNNERS.get(profile) ?? createRunner(ALL_RULES.filter((rule) => isOn(rule, profile)));
  RUNNERS.set(profile, known);
  return known;
}

function isOn(rule: Rule, profile: Profile): boolean {
  return RULE_CODES[rule.code].severity[profile] !== 'off';
}

function findIn(connector: Connector, run: Runner, across: readonly Reported[]): Finding[] {
  const reported = [...run(subjectOf(connector)), ...across];
  const structural = checkStructure(connector);
  const structure = structural.length === 0 ? [] : structural.filter(saysMore(connector, reported));
  return [...connector.findings, ...structure.map(({ finding }) => finding), ...reported.map(({ finding }) => finding)];
}

/** Keeps a structural finding unless a rule says it better at the same place of the same file. */
function saysMore(connector: Connector, reported: readonly Reported[]): (structure: StructureFinding) => boolean {
  const textOf = (part: Part, pointer: Pointer): string => {
    const place = filePlaceOf(connector, { part, pointer });
    return `${place.file} ${place.pointer ?? ''}`;
  };
  const covered = new Set(
    reported.flatMap(({ finding: { at }, replaces }) =>
      'part' in at ? [at.pointer, ...replaces].map((pointer) => textOf(at.part, pointer)) : [],
    ),
  );
  return ({ part, slot }) => !covered.has(textOf(part, slot));
}

function findAcross(connectors: readonly Connector[], profileOf: ProfileOf): Map<Connector, Reported[]> {
  const found = new Map<Connector, Reported[]>(connectors.map((connector) => [connector, []]));
  const profiles = new Set(connectors.map(profileOf));
  for (const rule of ALL_RULES) {
    // Comparing everything with everything has its price: nobody pays it for a rule that is off.
    if (rule.tree === undefined || ![...profiles].some((profile) => isOn(rule, profile))) continue;
    for (const { connector, problem } of rule.tree(connectors)) {
      if (isOn(rule, profileOf(connector))) found.get(connector)?.push(reportedAs(rule.code, problem, true));
    }
  }
  return found;
}
