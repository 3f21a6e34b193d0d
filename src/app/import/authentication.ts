import { arrayMember, entriesOf, isObject, objectMember, stringMember, type JsonObject } from '../../domain/json.ts';
import { operationsOf } from '../../domain/operation.ts';

/** How a maker's connection proves who it is. */
export type Authentication =
  | { readonly kind: 'none' }
  | { readonly kind: 'api-key'; readonly name: string; readonly location: 'header' | 'query' }
  | { readonly kind: 'basic' }
  | {
      readonly kind: 'oauth2';
      readonly authorizationUrl: string;
      readonly tokenUrl: string;
      readonly scopes: readonly string[];
    };

/** The authentication that an OpenAPI 2.0 document asks for: of several, the one that most operations want and that a connector can have. */
export function authenticationOf(document: JsonObject): Authentication {
  const schemes = entriesOf(objectMember(document, 'securityDefinitions'));
  const counts = requirementCounts(document);
  const usable = schemes
    .flatMap(([name, scheme]) => {
      const authentication = isObject(scheme) ? authenticationFor(scheme) : undefined;
      return authentication === undefined ? [] : [{ authentication, count: counts.get(name) ?? 0 }];
    })
    .toSorted((one, two) => two.count - one.count);
  return usable[0]?.authentication ?? { kind: 'none' };
}

/** How many operations want each scheme. */
function requirementCounts(document: JsonObject): Map<string, number> {
  const counts = new Map<string, number>();
  const root = arrayMember(document, 'security') ?? [];
  for (const { value } of operationsOf(document)) {
    for (const requirement of arrayMember(value, 'security') ?? root) {
      for (const [name] of entriesOf(requirement)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

/** Undefined for what a connection cannot do, such as a sign-in without a person. */
function authenticationFor(scheme: JsonObject): Authentication | undefined {
  const type = stringMember(scheme, 'type');
  if (type === 'basic') return { kind: 'basic' };
  if (type === 'apiKey') {
    const location = stringMember(scheme, 'in') === 'query' ? 'query' : 'header';
    return { kind: 'api-key', name: stringMember(scheme, 'name') ?? 'Authorization', location };
  }
  const authorizationUrl = stringMember(scheme, 'authorizationUrl');
  const tokenUrl = stringMember(scheme, 'tokenUrl');
  if (type !== 'oauth2' || authorizationUrl === undefined || tokenUrl === undefined) return undefined;
  const scopes = entriesOf(objectMember(scheme, 'scopes')).map(([scope]) => scope);
  return { kind: 'oauth2', authorizationUrl, tokenUrl, scopes };
}

export function sameAuthentication(one: Authentication, two: Authentication): boolean {
  return JSON.stringify(one) === JSON.stringify(two);
}
