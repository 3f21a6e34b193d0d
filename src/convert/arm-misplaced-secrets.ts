import { entriesOf, isArray, isObject, type Json } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';

/** Where a connector may refer to a secret, below its resource. */
const PLACES = /^\/properties\/connectionParameters\/[^/]+\/(?:defaultValue|oAuthSettings\/.+)$/;

/**
 * An evaluated resource without the references to secrets that stand where a connector has none, such as in its OpenAPI document; `misplaced`:
 * their places in the resource; `placed`: the references that stay. `secrets`: the references that were made. The resource nests 200 levels at most.
 */
export function withoutMisplacedSecrets(
  resource: Json,
  secrets: ReadonlySet<Json>,
): { readonly value: Json; readonly misplaced: readonly Pointer[]; readonly placed: ReadonlySet<Json> } {
  const misplaced: Pointer[] = [];
  const placed = new Set<Json>();
  const isMisplaced = (value: Json, at: Pointer): boolean => {
    if (!secrets.has(value) || PLACES.test(at)) return false;
    misplaced.push(at);
    return true;
  };
  const kept = (value: Json, at: Pointer): Json => {
    if (secrets.has(value)) {
      placed.add(value);
      return value;
    }
    if (isArray(value)) {
      return value.flatMap((one, index) => within(one, child(at, index)));
    }
    if (!isObject(value)) return value;
    return Object.fromEntries(
      entriesOf(value).flatMap(([key, one]) =>
        within(one, child(at, key)).map((inner): [string, Json] => [key, inner]),
      ),
    );
  };
  const within = (value: Json, at: Pointer): Json[] => (isMisplaced(value, at) ? [] : [kept(value, at)]);
  return { value: secrets.size === 0 ? resource : kept(resource, ''), misplaced, placed };
}
