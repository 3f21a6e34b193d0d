import type { Severity } from '../domain/finding.ts';

/** One result of a SARIF log, in our terms. */
export interface SarifResult {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly fingerprint: string;
  /** Found in the base already. */
  readonly unchanged?: boolean;
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** A SARIF 2.1.0 log (OASIS), as GitHub's code scanning reads it: stable fingerprints, relative URIs, one rule entry a code. */
export function renderSarif(results: readonly SarifResult[], docsOf: (rule: string) => string): string {
  const rules = [...new Set(results.map((result) => result.rule))].toSorted();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'connectors',
            rules: rules.map((id) => ({ id, helpUri: docsOf(id) })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: results.map((result) => resultOf(result, rules.indexOf(result.rule))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(result: SarifResult, ruleIndex: number): unknown {
  return {
    ruleId: result.rule,
    ruleIndex,
    level: LEVELS[result.severity],
    message: { text: result.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: result.file.split('/').map(encodeURIComponent).join('/') },
          region: {
            startLine: result.line,
            startColumn: result.column,
            ...(result.endLine === undefined ? {} : { endLine: result.endLine, endColumn: result.endColumn }),
          },
        },
      },
    ],
    partialFingerprints: { 'connectors/v1': result.fingerprint },
    ...(result.unchanged === true ? { baselineState: 'unchanged' } : {}),
  };
}
