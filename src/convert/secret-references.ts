import { entriesOf, isArray, isObject, member, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';

/** A secret by the name that stands for it, and where it belongs. Never its value. */
export interface NamedSecret {
  readonly name: string;
  readonly pointer: Pointer;
}

export interface WithSecrets {
  readonly value: JsonObject;
  /** In the order of the document. */
  readonly secrets: readonly NamedSecret[];
}

const NAME = /^[A-Z][A-Z0-9_]{0,127}$/;
const STAND_IN = /^<([A-Z][A-Z0-9_]{0,127})>$/;

/** What stands for a secret in a form that knows no references: it is read as one again. */
export function standIn(name: string): string {
  return `<${name}>`;
}

/** The same document for tools that know no references: `<NAME>` for each `{secretRef: NAME}`. Documents nest 200 levels at most. */
export function withStandIns(document: JsonObject): WithSecrets {
  const secrets: NamedSecret[] = [];
  const value = changed(document, '', (one, { pointer }) => {
    const name = isObject(one) && Object.keys(one).length === 1 ? member(one, 'secretRef') : undefined;
    if (typeof name !== 'string' || !NAME.test(name)) return undefined;
    secrets.push({ name, pointer });
    return standIn(name);
  });
  return { value: isObject(value) ? value : {}, secrets };
}

/**
 * The client secrets of an apiProperties.json as references: the same one for the same secret, `<name>_2` for a second. What was a stand-in
 * gets the reference that it stood for.
 */
export function withClientSecretRefs(document: JsonObject, name: string): WithSecrets {
  const names = new Map<string, string>();
  const secrets: NamedSecret[] = [];
  const value = changed(document, '', (one, { key, above, pointer }) => {
    if (typeof one !== 'string' || key !== 'clientSecret' || above !== 'oAuthSettings') return undefined;
    const known = STAND_IN.exec(one)?.[1] ?? names.get(one) ?? (names.size === 0 ? name : `${name}_${names.size + 1}`);
    if (!STAND_IN.test(one)) names.set(one, known);
    secrets.push({ name: known, pointer });
    return { secretRef: known };
  });
  return { value: isObject(value) ? value : {}, secrets };
}

/** The document with each text for which `nameOf` gives a name replaced by the stand-in of it. */
export function withoutTexts(
  document: JsonObject,
  nameOf: (text: string, key: string) => string | undefined,
): WithSecrets {
  const secrets: NamedSecret[] = [];
  const value = changed(document, '', (one, { key, pointer }) => {
    const name = typeof one === 'string' ? nameOf(one, key) : undefined;
    if (name === undefined) return undefined;
    secrets.push({ name, pointer });
    return standIn(name);
  });
  return { value: isObject(value) ? value : {}, secrets };
}

interface At {
  readonly key: string;
  /** The key of the object that holds it. */
  readonly above: string;
  readonly pointer: Pointer;
}

type Change = (value: Json, at: At) => Json | undefined;

function changed(value: Json, pointer: Pointer, change: Change, above = ''): Json {
  const inside = (one: Json, key: string | number): Json => {
    const at = { key: String(key), above, pointer: child(pointer, key) };
    return change(one, at) ?? changed(one, at.pointer, change, at.key);
  };
  if (isArray(value)) return value.map(inside);
  if (!isObject(value)) return value;
  return Object.fromEntries(entriesOf(value).map(([key, one]) => [key, inside(one, key)]));
}
