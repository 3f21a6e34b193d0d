import type { Severity } from '../domain/finding.ts';
import { VERSION } from '../domain/version.ts';
import { printable } from './printable.ts';
import { sarifRule, type RulePage } from './sarif-rule.ts';

/** One result of a SARIF log, in our terms. */
export interface SarifResult extends SarifPlace {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly pointer?: string;
  readonly related?: readonly (SarifPlace & { readonly message: string })[];
  readonly fingerprint: string;
  /** Against a base, when there was one. */
  readonly baseline?: 'new' | 'unchanged';
  /** Why somebody accepted it. */
  readonly suppressed?: string;
}

export interface SarifPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

export const SARIF_LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * A SARIF 2.1.0 log (OASIS), as GitHub's code scanning reads it: stable fingerprints, URIs relative to the root of the run, an entry with
 * its page for each rule that has a result.
 */
export function renderSarif(results: readonly SarifResult[], pageOf: (rule: string) => RulePage): string {
  const rules = [...new Set(results.map((result) => result.rule))].toSorted();
  const indexes = new Map(rules.map((rule, index) => [rule, index]));
  // Once one result says whether it is suppressed, or how it compares with a base, all have to.
  const anySuppressed = results.some(({ suppressed }) => suppressed !== undefined);
  const anyBaseline = results.some(({ baseline }) => baseline !== undefined);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driverOf(rules.map((id) => sarifRule(id, pageOf(id)))) },
        invocations: [{ executionSuccessful: true }],
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the run: the repository, in a checkout' } } },
        columnKind: 'utf16CodeUnits',
        results: results.map((result) => ({
          ...resultOf(result, indexes.get(result.rule) ?? -1),
          ...(anyBaseline ? { baselineState: result.baseline ?? 'unchanged' } : {}),
          ...(anySuppressed ? { suppressions: suppressionsOf(result) } : {}),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const ROOT = '%SRCROOT%';

function driverOf(rules: readonly unknown[]): unknown {
  const informationUri = 'https://github.com/connector-registry/connectors';
  return { name: 'connectors', version: VERSION, semanticVersion: VERSION, informationUri, rules };
}

function resultOf(result: SarifResult, ruleIndex: number): object {
  const related = (result.related ?? []).map((one, index) => ({
    id: index + 1,
    message: { text: messageText(one.message) },
    physicalLocation: physicalLocation(one),
  }));
  return {
    ruleId: result.rule,
    ruleIndex,
    level: SARIF_LEVELS[result.severity],
    message: { text: messageText(result.message) },
    locations: [{ physicalLocation: physicalLocation(result), ...logicalLocations(result) }],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    partialFingerprints: { 'connectors/v1': result.fingerprint },
  };
}

function physicalLocation({ file, line, column, endLine, endColumn }: SarifPlace): object {
  const end = endLine === undefined ? {} : { endLine, endColumn };
  return {
    artifactLocation: { uri: file.split('/').map(encoded).join('/'), uriBaseId: ROOT },
    region: { startLine: line, startColumn: column, ...end },
  };
}

function logicalLocations({ pointer }: SarifResult): object {
  return pointer === undefined || pointer === '' ? {} : { logicalLocations: [{ fullyQualifiedName: pointer }] };
}

function suppressionsOf({ suppressed }: SarifResult): readonly object[] {
  return suppressed === undefined
    ? []
    : [{ kind: 'external', status: 'accepted', justification: printable(suppressed) }];
}

/** A viewer takes `[text](target)` in a plain message for a link: a file must not be able to make one. */
function messageText(text: string): string {
  const safe = text.split('\n').map(printable).join('\n');
  return safe.includes('](') ? safe.replace(/[[\]\\]/g, (character) => `\\${character}`) : safe;
}

function encoded(step: string): string {
  return encodeURIComponent(step.toWellFormed());
}
