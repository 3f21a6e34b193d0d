import { entriesOf, isObject, member, type Json } from '../../domain/json.ts';
import { isInternal } from '../../domain/operation.ts';
import { child } from '../../domain/pointer.ts';
import { quoteSome } from '../quote-some.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';
import { hasAny } from '../shared-checks/consistency.ts';

// A reference brings its own.
const NAMES = ['x-ms-summary', 'title', '$ref'];

/** Once for each object: some documents have thousands of such properties. */
export const propertySummaryMissing: Rule = {
  code: 'schema/property-summary-missing',
  schemaKeys: ['properties'],
  schema: ({ kind, value, pointer }) => {
    if (kind !== 'schema' || !Object.hasOwn(value, 'properties')) return undefined;
    const names = unnamedIn(member(value, 'properties'));
    if (names.length === 0) return undefined;
    const message =
      names.length === 1
        ? `Makers see the property ${quoteSome(names)} under its technical name`
        : `Makers see the properties ${quoteSome(names)} under their technical names`;
    return [{ at: keyInOpenApi(child(pointer, 'properties')), message, hint: 'Add "x-ms-summary"' }];
  },
};

function unnamedIn(properties: Json | undefined): string[] {
  return entriesOf(properties).flatMap(([name, property]) =>
    isObject(property) && !hasAny(property, NAMES) && !isInternal(property) ? [name] : [],
  );
}
