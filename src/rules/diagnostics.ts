import type { Connector } from '../domain/connector.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Finding } from '../domain/finding.ts';
import type { Profile } from '../domain/registry-file.ts';
import { ruleRow } from '../domain/rule-codes.ts';
import { filePlaceOf } from './file-places.ts';
import { fileRole } from './file-role.ts';
import { fingerprintOf, identityText } from './fingerprint.ts';
import { operationNamesOf, type OperationNames } from './operation-names.ts';
import { placeTermsOf, type PlaceTerms } from './place-terms.ts';

/** Findings of one connector with severity, file and fingerprint. What the profile switches off is left out, and so is what was said before. */
export function diagnosticsOf(connector: Connector, findings: readonly Finding[], profile: Profile): Diagnostic[] {
  if (findings.length === 0) return [];
  const identify = identifierOf(connector);
  const said = new Set<string>();
  return findings.flatMap((finding) => {
    const severity = finding.severity ?? ruleRow(finding.code)?.severity[profile] ?? 'error';
    if (severity === 'off') return [];
    const at = filePlaceOf(connector, finding.at);
    const saying = [finding.code, at.file, at.pointer, at.key, at.offset, finding.message].join('\n');
    if (said.has(saying)) return [];
    said.add(saying);
    return [
      {
        ...bare(finding),
        severity,
        connector: connector.id,
        at,
        ...relatedOf(connector, finding),
        fingerprint: identify(finding),
      },
    ];
  });
}

/** Findings about the tree itself, which no connector and no profile owns. */
export function diagnosticsOfTree(findings: readonly Finding[]): Diagnostic[] {
  const identify = identifierOf(undefined);
  return findings.map((finding) => {
    const severity = ruleRow(finding.code)?.severity.base ?? 'error';
    return {
      ...bare(finding),
      severity: severity === 'off' ? 'info' : severity,
      connector: '',
      at: filePlaceOf(undefined, finding.at),
      ...relatedOf(undefined, finding),
      fingerprint: identify(finding),
    };
  });
}

function bare(finding: Finding): Pick<Diagnostic, 'code' | 'message' | 'hint' | 'fixable'> {
  const { code, message, hint } = finding;
  return { code, message, ...(hint === undefined ? {} : { hint }), fixable: ruleRow(code)?.fixable ?? false };
}

function relatedOf(connector: Connector | undefined, finding: Finding): Pick<Diagnostic, 'related'> {
  if (finding.related === undefined) return {};
  return { related: finding.related.map(({ at, message }) => ({ at: filePlaceOf(connector, at), message })) };
}

/** Gives each finding its fingerprint; a second one that looks the same gets the next occurrence. */
function identifierOf(connector: Connector | undefined): (finding: Finding) => string {
  const occurrences = new Map<string, number>();
  const terms = termsByPart(connector);
  return ({ code, at, identity: shared }) => {
    const where = 'part' in at ? at.part : fileRole(connector, at.file);
    const places = shared === undefined ? terms(where, at.pointer ?? '') : ['one of', shared];
    const identity = identityText({ code, connector: connector?.id ?? '', where, terms: places });
    const occurrence = (occurrences.get(identity) ?? 0) + 1;
    occurrences.set(identity, occurrence);
    return fingerprintOf(identity, occurrence);
  };
}

function termsByPart(connector: Connector | undefined): (part: string, pointer: string) => readonly string[] {
  const published = connector?.openapi?.value;
  const authored = connector?.openapi?.authored ?? published;
  const documents = new Map([
    ['openapi', published],
    ['authored', authored],
    ['properties', connector?.properties?.value],
    ['manifest', connector?.manifestPart?.value],
  ]);
  const later = connector?.later?.openapi;
  let names: OperationNames | undefined;
  // Most connectors have the same document twice, and many have no finding that asks for a name.
  const namesIn = (part: string): OperationNames =>
    part === 'authored' && authored !== published
      ? operationNamesOf(authored, later?.authored ?? later?.value)
      : (names ??= operationNamesOf(published, later?.value));
  const known = new Map<string, PlaceTerms>();
  return (part, pointer) => {
    const terms = known.get(part) ?? placeTermsOf(documents.get(part), namesIn(part));
    known.set(part, terms);
    return terms(pointer);
  };
}
