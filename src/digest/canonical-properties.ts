import { entriesOf, isArray, isObject, member, type Json, type JsonObject } from '../domain/json.ts';

/** The order of the members that we know; unknown ones follow in the author's order. */
const ORDER = [
  'connectionParameters',
  'connectionParameterSets',
  'iconBrandColor',
  'capabilities',
  'policyTemplateInstances',
  'scriptOperations',
  'publisher',
  'stackOwner',
];

/**
 * The properties object in our fixed order. Connection parameters keep the author's order, because the connection dialog shows them in it;
 * inside each of them, and everywhere else, no order of keys means anything, so they are sorted and two layouts of one connector agree.
 */
export function canonicalProperties(properties: JsonObject): JsonObject {
  const known = ORDER.filter((key) => member(properties, key) !== undefined);
  const unknown = Object.keys(properties).filter((key) => !ORDER.includes(key));
  return Object.fromEntries(
    [...known, ...unknown].map((key) => [key, canonicalMember(key, member(properties, key) ?? null)]),
  );
}

function canonicalMember(key: string, value: Json): Json {
  if (key === 'connectionParameters') return keepingOrder(value);
  return key === 'connectionParameterSets' ? canonicalSets(value) : sorted(value);
}

/** `{uiDefinition, values: [{name, parameters: {...}}]}`: the parameters of each set are connection parameters too. */
function canonicalSets(sets: Json): Json {
  return sortedWith(sets, (key, value) =>
    key === 'values' && isArray(value) ? value.map(canonicalSet) : sorted(value),
  );
}

function canonicalSet(set: Json): Json {
  return sortedWith(set, (key, value) => (key === 'parameters' ? keepingOrder(value) : sorted(value)));
}

function keepingOrder(parameters: Json): Json {
  if (!isObject(parameters)) return sorted(parameters);
  return Object.fromEntries(entriesOf(parameters).map(([name, parameter]) => [name, sorted(parameter)]));
}

function sorted(value: Json): Json {
  if (isArray(value)) return value.map(sorted);
  return sortedWith(value, (_key, member) => sorted(member));
}

/** By code units, so that no locale has a say. */
function sortedWith(value: Json, inside: (key: string, value: Json) => Json): Json {
  if (!isObject(value)) return value;
  const entries = entriesOf(value).sort(([one], [two]) => (one < two ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, inside(key, member)]));
}
