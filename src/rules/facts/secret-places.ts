import type { Connector, TreePart } from '../../domain/connector.ts';
import type { At, Part } from '../../domain/finding.ts';
import { isArray, isObject, type Json } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { findSecrets } from '../../domain/secrets/find-secrets.ts';

/** A secret somewhere in a connector's files. */
export interface SecretPlace {
  /** With its article: `a GitHub token`. */
  readonly kind: string;
  readonly secret: string;
  readonly at: At;
}

type NamedPart = readonly [part: Part, tree: TreePart | undefined];

/** The secrets in every text of a connector. In a document that could be read they are placed at the value that holds them. */
export function secretPlacesOf(connector: Connector): SecretPlace[] {
  const { openapi } = connector;
  const parts: readonly NamedPart[] = [
    ['openapi', openapi],
    // What a conversion leaves out is found where its author wrote it.
    ['authored', openapi?.authored === undefined ? undefined : { ...openapi, value: openapi.authored }],
    ['manifest', connector.manifestPart],
    ['properties', connector.properties],
  ];
  return [
    ...[...connector.texts].flatMap(([file, text]) => inFile(file, text, parts)),
    ...(connector.layout === 'published' ? inPublished(connector, parts) : []),
  ];
}

function inFile(file: string, text: string, parts: readonly NamedPart[]): SecretPlace[] {
  const found = findSecrets(text);
  if (found.length === 0) return [];
  const holders = parts.filter(([, tree]) => tree?.file === file).map(holdersIn);
  return found.map(({ kind, start, end }) => {
    const secret = text.slice(start, end);
    const holder = firstOf(holders, secret);
    return { kind, secret, at: holder === undefined ? { file, offset: start } : { ...holder, offset: start } };
  });
}

function firstOf(holders: readonly ((secret: string) => At | undefined)[], secret: string): At | undefined {
  for (const nextHolder of holders) {
    const holder = nextHolder(secret);
    if (holder !== undefined) return holder;
  }
  return undefined;
}

/** A revision has no files with lines: its values are looked through themselves. */
function inPublished({ script, readme }: Connector, parts: readonly NamedPart[]): SecretPlace[] {
  const inTrees = parts.flatMap((named) => {
    const text = writtenOnce(named[1]?.value ?? {});
    const nextHolder = holdersIn(named);
    return findSecrets(text).map(({ kind, start, end }) => {
      const secret = text.slice(start, end);
      return { kind, secret, at: nextHolder(secret) ?? { part: named[0], pointer: '' } };
    });
  });
  const inTexts = [script, readme].flatMap((part) => (part === undefined ? [] : inFile(part.file, part.text, [])));
  return [...inTrees, ...inTexts];
}

/** JSON in which a value that is used in many places (by YAML aliases) is written at the first only: written out it could be any length. */
function writtenOnce(root: Json): string {
  const seen = new Set<unknown>();
  return JSON.stringify(root, (_key, value: unknown) => {
    if (!isObject(value) && !isArray(value)) return value;
    if (seen.has(value)) return null;
    seen.add(value);
    return value;
  });
}

/** Asked for the same secret again, gives the next value that holds it; undefined when no value does (a comment, a lost part). */
function holdersIn(named: NamedPart): (secret: string) => At | undefined {
  const known = new Map<string, Pointer[]>();
  return (secret) => {
    if (named[1] === undefined) return undefined;
    const pointers = known.get(secret) ?? pointersHolding(named[1].value, secret);
    known.set(secret, pointers);
    // The last one is kept for what is left over.
    const pointer = pointers.length > 1 ? pointers.shift() : pointers[0];
    return pointer === undefined ? undefined : { part: named[0], pointer };
  };
}

/** Where texts or keys contain a secret, in the document's order. Each object is looked into once, however often aliases repeat it. */
function pointersHolding(root: Json, secret: string): Pointer[] {
  // In a document's text line ends are escaped: the first stretch of a key of many lines is enough to find it.
  const part = secret.split(/\\[nr]|\s/, 1)[0] ?? secret;
  const found: Pointer[] = [];
  const seen = new Set<Json>();
  const waiting: { readonly value: Json; readonly pointer: Pointer }[] = [{ value: root, pointer: '' }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, pointer } = next;
    if (typeof value === 'string' && value.includes(part)) found.push(pointer);
    if ((!isObject(value) && !isArray(value)) || seen.has(value)) continue;
    seen.add(value);
    const entries = Object.entries(value);
    found.push(...entries.filter(([key]) => key.includes(part)).map(([key]) => child(pointer, key)));
    for (const [key, inner] of entries.toReversed()) waiting.push({ value: inner, pointer: child(pointer, key) });
  }
  return found;
}
