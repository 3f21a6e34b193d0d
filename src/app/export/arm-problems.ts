import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Finding } from '../../domain/finding.ts';
import { SHOWN_CHARACTERS } from '../../domain/secrets/mask-secrets.ts';
import { diagnosticsOf } from '../../rules/diagnostics.ts';
import { secretPlacesOf } from '../../rules/facts/secret-places.ts';
import { quote } from '../../rules/quote.ts';
import type { Exportable } from './exportable.ts';
import type { Exported } from './exported.ts';

/**
 * What keeps a template from being written: secrets of known forms that it would carry. Those that it asks for are not in it, and neither are
 * those in custom code or in a policy.
 */
export function armProblems({ connector }: Exportable, { files }: Exported): readonly Diagnostic[] {
  const template = [...files.values()].map((bytes) => Buffer.from(bytes).toString()).join('\n');
  const carried = secretPlacesOf(connector).filter(({ secret }) => template.includes(longestLine(secret)));
  const findings = carried.map(({ at, kind, secret }): Finding => {
    const beginning = quote(`${secret.slice(0, SHOWN_CHARACTERS)}…`);
    const message = `The template would hold ${kind} that begins with ${beginning}`;
    return { code: 'auth/secret-in-file', at, message, hint: 'Remove it from the file, and make a new one' };
  });
  return diagnosticsOf(connector, findings, 'base');
}

/** A key of many lines is written otherwise in YAML than in JSON; each of its lines is not. */
function longestLine(secret: string): string {
  return secret.split(/\\[nr]|\s+/).reduce((longest, line) => (line.length > longest.length ? line : longest), '');
}
