import { entriesOf, isArray, isObject, member, stringMember, type Json } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { memberPlace, type Conversion, type Entry } from './openapi-3-conversion.ts';
import { misfit, type KeyRule } from './openapi-3-keys.ts';
import { resolved } from './openapi-3-references.ts';
import { definitionKind } from './openapi-3-security.ts';
import { quoted } from './openapi-3-wording.ts';

/** What callers need: the same, without schemes that 2.0 does not have, and with scopes of OAuth 2 only. */
export const security: KeyRule = (conversion, context) => {
  const { key, value, place } = context;
  if (!isArray(value)) return misfit(conversion, context, 'a list');
  const at = memberPlace(place, key);
  conversion.trace(at.to, at.from);
  const requirements = value.flatMap((requirement, index) => {
    if (isObject(requirement)) return [requirementOf(conversion, requirement, child(at.from, index))];
    conversion.lose(child(at.from, index), 'security', 'A requirement is not an object and is left out');
    return [];
  });
  return [[key, distinct(requirements)]];
};

/** Requirements that became the same are one: 2.0 takes none twice. */
function distinct(requirements: readonly Json[]): Json[] {
  return [...new Map(requirements.map((requirement) => [JSON.stringify(requirement), requirement])).values()];
}

function requirementOf(conversion: Conversion, requirement: Json, from: Pointer): Json {
  return Object.fromEntries(
    entriesOf(requirement).flatMap(([name, scopes]): Entry[] => {
      const kind = schemeKind(conversion, name);
      if (kind === 'none') {
        const message = `The result has no security definition ${quoted(name)}, so nothing asks for it`;
        conversion.lose(child(from, name), 'security', message);
        return [];
      }
      if (kind === 'other' && isArray(scopes) && scopes.length > 0) {
        const message = `${quoted(name)} has no scopes or roles in OpenAPI 2.0`;
        conversion.lose(child(from, name), 'scopes', message);
        return [[name, []]];
      }
      return [[name, scopes]];
    }),
  );
}

/** `unknown`: nothing defines it, which is for a rule to find. */
function schemeKind(conversion: Conversion, name: string): 'oauth2' | 'other' | 'none' | 'unknown' {
  const schemes = member(member(conversion.source, 'components'), 'securitySchemes');
  const scheme = member(schemes, name);
  if (scheme === undefined) return 'unknown';
  const { value } = resolved(conversion, scheme, child('/components/securitySchemes', name));
  if (!isObject(value)) return 'unknown';
  const kind = definitionKind(value);
  return kind === undefined ? 'none' : stringMember(value, 'type') === 'oauth2' ? 'oauth2' : 'other';
}
