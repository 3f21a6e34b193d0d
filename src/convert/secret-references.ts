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
  return replaced(
    document,
    ({ key, above }) => (key === 'clientSecret' && above === 'oAuthSettings' ? name : undefined),
    (secretRef) => ({ secretRef }),
  );
}

/** The document with each text for which `nameOf` gives a name replaced by a stand-in: of that name, or one like it for another text. */
export function withoutTexts(
  document: JsonObject,
  nameOf: (text: string, key: string) => string | undefined,
): WithSecrets {
  return replaced(document, ({ key }, text) => nameOf(text, key), standIn);
}

function replaced(
  document: JsonObject,
  nameOf: (at: At, text: string) => string | undefined,
  write: (name: string) => Json,
): WithSecrets {
  const secrets: NamedSecret[] = [];
  const given = namesIn(document);
  const value = changed(document, '', (one, at) => {
    const wanted = typeof one === 'string' ? nameOf(at, one) : undefined;
    if (typeof one !== 'string' || wanted === undefined) return undefined;
    const name = STAND_IN.exec(one)?.[1] ?? given(one, wanted);
    secrets.push({ name, pointer: at.pointer });
    return write(name);
  });
  return { value: isObject(value) ? value : {}, secrets };
}

/** Gives a text its name: the same again for the same text, and none that another has, or a stand-in of the document. */
function namesIn(document: JsonObject): (text: string, wanted: string) => string {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  changed(document, '', (one) => {
    const name = typeof one === 'string' ? STAND_IN.exec(one)?.[1] : undefined;
    if (name !== undefined) taken.add(name);
    return undefined;
  });
  return (text, wanted) => {
    let name = names.get(text) ?? wanted;
    for (let number = 2; !names.has(text) && taken.has(name); number += 1) name = `${wanted}_${number}`;
    names.set(text, name);
    taken.add(name);
    return name;
  };
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
