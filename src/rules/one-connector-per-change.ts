import type { Connector } from '../domain/connector.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Finding, PartPlace } from '../domain/finding.ts';
import type { Profile } from '../domain/registry-file.ts';
import { RULE_CODES } from '../domain/rule-codes.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { filePlaceOf } from './file-places.ts';

const CODE = 'file/one-connector-per-change';
const FOLDER: PartPlace = { part: 'folder', pointer: '' };
/** More others are not named. */
const MOST_NAMED = 5;

/**
 * A finding when several connectors differ from a base, on the first whose profile wants a change to be about one. It is about the
 * change and not about that connector, so it is always new, and no suppression covers it.
 */
export function oneConnectorPerChange(
  changed: readonly Connector[],
  profileOf: (connector: Connector) => Profile,
): Diagnostic[] {
  const connector = changed.find((one) => RULE_CODES[CODE].severity[profileOf(one)] !== 'off');
  if (connector === undefined || changed.length < 2) return [];
  const others = changed.filter((other) => other !== connector).slice(0, MOST_NAMED);
  const finding: Finding = {
    code: CODE,
    at: FOLDER,
    message: `The change touches ${changed.length} connectors`,
    hint: 'Propose each of them by itself: reviewers of certification take one at a time',
    related: others.map((other) => ({
      at: filePlaceOf(other, FOLDER),
      message: `Connector "${other.id}" changes too`,
    })),
  };
  return diagnosticsOf(connector, [finding], profileOf(connector)).map((diagnostic) => ({ ...diagnostic, new: true }));
}
