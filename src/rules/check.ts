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
import { reportedAs, runRules, type Reported } from './run-rules.ts';
import { checkStructure, type StructureFinding } from './structure.ts';
import { subjectOf } from './subject.ts';

type ProfileOf = (connector: Connector) => Profile;

const ALL_RULES: readonly Rule[] = Object.values(all);

/**
 * Judges connectors: what reading them found, their structure, their meaning, and what only shows across them.
 * Severities are the profile's; a rule that it switches off does not run. Sorted by file, place and code.
 */
export function checkConnectors(connectors: readonly Connector[], profileOf: ProfileOf): Diagnostic[] {
  const across = findAcross(connectors, profileOf);
  const diagnostics = connectors.flatMap((connector) => {
    const profile = profileOf(connector);
    const rules = ALL_RULES.filter((rule) => isOn(rule, profile));
    const findings = findIn(connector, rules, across.get(connector) ?? []);
    return diagnosticsOf(connector, findings, profile);
  });
  return diagnostics.sort(compareDiagnostics);
}

function isOn(rule: Rule, profile: Profile): boolean {
  return RULE_CODES[rule.code].severity[profile] !== 'off';
}

function findIn(connector: Connector, rules: readonly Rule[], across: readonly Reported[]): Finding[] {
  const reported = [...runRules(rules, subjectOf(connector)), ...across];
  const structure = checkStructure(connector).filter(saysMore(connector, reported));
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
  for (const rule of ALL_RULES) {
    for (const { connector, problem } of rule.tree?.(connectors) ?? []) {
      if (isOn(rule, profileOf(connector))) found.get(connector)?.push(reportedAs(rule.code, problem, true));
    }
  }
  return found;
}
