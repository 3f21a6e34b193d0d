import { METADATA_NAMES } from '../../rules/facts/connector-metadata.ts';
import { valueFix } from '../value-fix.ts';

/** Compared as the rule does: without case, spaces and signs. A misspelt name stays a guess. */
export const connectorPropertyName = valueFix('metadata/connector-property-name', (value) =>
  typeof value === 'string' ? METADATA_NAMES.find((name) => lettersOf(name) === lettersOf(value)) : undefined,
);

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}
