import type { Acknowledgement, Connector } from '../domain/connector.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Finding } from '../domain/finding.ts';
import type { Profile } from '../domain/registry-file.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { quote } from './quote.ts';

/** The entries of a connector that were given for another base than the one there is, which has the digest `base`. */
export function inertEntries({ manifest }: Connector, base: string): readonly Acknowledgement[] {
  return manifest.acknowledgements.filter((entry) => entry.base !== base);
}

/** A finding for each of them. They are about a base, so they are always new. */
export function inertAcknowledgements(connector: Connector, base: string, profile: Profile): Diagnostic[] {
  const findings = inertEntries(connector, base).map(({ at, owner, base: former }): Finding => ({
    code: 'metadata/acknowledgement-inert',
    at,
    message: `The acknowledgement by ${quote(owner)} was given for another version than the base is now`,
    hint: 'Delete it, or let "connectors diff" print the one for this base',
    identity: former,
  }));
  return diagnosticsOf(connector, findings, profile).map((diagnostic) => ({ ...diagnostic, new: true }));
}
