import { isUtf8 } from 'node:buffer';
import { isObject, member, objectMember, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { MAX_DEPTH, shapeOf } from '../domain/json-shape.ts';
import type { RevisionContent, RevisionOrigin } from '../domain/revision.ts';
import { canonicalProperties } from './canonical-properties.ts';

/** More bytes are no revision: every file of a connector is below 16 MB, and real revisions are below 2 MB. */
export const MAX_REVISION_BYTES = 64 * 1024 * 1024;

const VERSION = 1;

export type DecodedRevision =
  | { readonly kind: 'revision'; readonly content: RevisionContent; readonly origin: RevisionOrigin | undefined }
  /** `why` is one sentence. */
  | { readonly kind: 'not-a-revision'; readonly why: string };

/**
 * A revision on the wire and in storage: JSON in UTF-8, `{"version":1,"openapi":{},"properties":{},"icon"?:"<base64>","script"?:"",
 * "readme"?:"","origin"?:{"converter"?:"","sourceSha256"?:""}}`. Equal content and origin give equal bytes.
 */
export function encodeRevision(content: RevisionContent, origin: RevisionOrigin | undefined): Uint8Array {
  const { openapi, properties, icon, script, readme } = content;
  const text = JSON.stringify({
    version: VERSION,
    openapi,
    properties: canonicalProperties(properties),
    icon: icon === undefined ? undefined : Buffer.from(icon).toString('base64'),
    script,
    readme,
    origin: origin === undefined ? undefined : { converter: origin.converter, sourceSha256: origin.sourceSha256 },
  });
  return Buffer.from(text);
}

/**
 * Reads what anybody may have sent. Nothing is guessed and nothing unknown is kept: what decodes is safe to recurse over, has no
 * reserved key and no number that JSON cannot write, and `encodeRevision` gives it back.
 */
export function decodeRevision(bytes: Uint8Array): DecodedRevision {
  const { length } = bytes;
  if (length > MAX_REVISION_BYTES) return refused(`It has ${length} bytes, more than ${MAX_REVISION_BYTES}`);
  if (!isUtf8(bytes)) return refused('It is not UTF-8');
  const value = parse(bytes);
  if (!isObject(value)) return refused('It is not a JSON object');
  const why = whyNot(value);
  return why === undefined ? decoded(value) : refused(why);
}

function parse(bytes: Uint8Array): Json | undefined {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as Json;
  } catch {
    return undefined;
  }
}

const MEMBERS = new Set(['version', 'openapi', 'properties', 'icon', 'script', 'readme', 'origin']);
const ORIGIN_MEMBERS = new Set(['converter', 'sourceSha256']);

function whyNot(value: JsonObject): string | undefined {
  if (member(value, 'version') !== VERSION) return `Its "version" is not ${VERSION}`;
  const unknown = Object.keys(value).find((key) => !MEMBERS.has(key));
  if (unknown !== undefined) return `It has an unknown member "${unknown}"`;
  const wrong = whyNotDocument(value, 'openapi') ?? whyNotDocument(value, 'properties');
  if (wrong !== undefined) return wrong;
  const text = ['script', 'readme'].find((key) => !isText(member(value, key)));
  if (text !== undefined) return `Its "${text}" is not a text with "\\n" line endings`;
  if (!isBase64(member(value, 'icon'))) return 'Its "icon" is not base64';
  return whyNotOrigin(member(value, 'origin'));
}

function whyNotDocument(value: JsonObject, key: string): string | undefined {
  const document = objectMember(value, key);
  if (document === undefined) return `Its "${key}" is not an object`;
  const { depth, reservedKey, unwritable } = shapeOf(document);
  if (depth > MAX_DEPTH) return `Its "${key}" nests deeper than ${MAX_DEPTH} levels`;
  if (reservedKey) return `Its "${key}" has a key "__proto__"`;
  return unwritable ? `Its "${key}" has a number that is too large for JSON` : undefined;
}

function whyNotOrigin(origin: Json | undefined): string | undefined {
  if (origin === undefined) return undefined;
  if (!isObject(origin)) return 'Its "origin" is not an object';
  if (Object.keys(origin).some((key) => !ORIGIN_MEMBERS.has(key))) return 'Its "origin" has an unknown member';
  const { converter, sourceSha256 } = origin;
  if (converter !== undefined && !(typeof converter === 'string' && /^[\x20-\x7e]{1,200}$/.test(converter))) {
    return 'Its "origin.converter" is not a short text';
  }
  const isHash = typeof sourceSha256 === 'string' && /^[0-9a-f]{64}$/.test(sourceSha256);
  return sourceSha256 === undefined || isHash ? undefined : 'Its "origin.sourceSha256" is not a sha256';
}

/** Texts are hashed in UTF-8, where a lone surrogate would become another character: two texts would have one digest. */
function isText(value: Json | undefined): boolean {
  return value === undefined || (typeof value === 'string' && value.isWellFormed() && !value.includes('\r'));
}

/** Only the one spelling that an encoder gives. */
function isBase64(value: Json | undefined): boolean {
  if (value === undefined) return true;
  return typeof value === 'string' && Buffer.from(value, 'base64').toString('base64') === value;
}

function decoded(value: JsonObject): DecodedRevision {
  const [icon, script, readme] = ['icon', 'script', 'readme'].map((key) => stringMember(value, key));
  const content: RevisionContent = {
    openapi: objectMember(value, 'openapi') ?? {},
    properties: canonicalProperties(objectMember(value, 'properties') ?? {}),
    ...(icon === undefined ? {} : { icon: new Uint8Array(Buffer.from(icon, 'base64')) }),
    ...(script === undefined ? {} : { script }),
    ...(readme === undefined ? {} : { readme }),
  };
  const origin = objectMember(value, 'origin');
  return { kind: 'revision', content, origin: origin === undefined ? undefined : originOf(origin) };
}

function originOf(origin: JsonObject): RevisionOrigin {
  const converter = stringMember(origin, 'converter');
  const sourceSha256 = stringMember(origin, 'sourceSha256');
  return {
    ...(converter === undefined ? {} : { converter }),
    ...(sourceSha256 === undefined ? {} : { sourceSha256 }),
  };
}

function refused(why: string): DecodedRevision {
  return { kind: 'not-a-revision', why };
}
