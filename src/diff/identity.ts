import type { Connector } from '../domain/connector.ts';
import { member, type Json, type JsonObject } from '../domain/json.ts';
import { pointerTo } from '../domain/pointer.ts';
import { sameBytes } from './same-texts.ts';
import { sameJson } from './same-json.ts';
import type { ChangeKindName } from './change-kinds.ts';
import { placeIn, type Draft } from './draft.ts';
import { fromTo, quote } from './wording.ts';

/** Title, description and the like of the OpenAPI document, and every key at its root that no other file compares. */
export function diffDocument(before: JsonObject, after: JsonObject): Draft[] {
  return [...diffKeys(INFO, { before, after, holder: 'info' }), ...diffKeys(ROOT, { before, after, holder: '' })];
}

interface KeyTable {
  /** Kinds of the keys that have one of their own. */
  readonly kinds: ReadonlyMap<string, ChangeKindName>;
  /** What other files compare, or what never matters by itself. */
  readonly elsewhere: ReadonlySet<string>;
}

const INFO: KeyTable = {
  kinds: new Map([
    ['title', 'title-changed'],
    ['description', 'connector-description-changed'],
    ['contact', 'contact-changed'],
    ['version', 'version-changed'],
  ]),
  elsewhere: new Set(),
};

const ROOT: KeyTable = {
  kinds: new Map([
    ['x-ms-connector-metadata', 'metadata-changed'],
    ['x-ms-capabilities', 'setting-changed'],
  ]),
  elsewhere: new Set([
    'swagger',
    'info',
    'host',
    'basePath',
    'schemes',
    'consumes',
    'produces',
    'security',
    'securityDefinitions',
    'paths',
    'definitions',
    'parameters',
    'responses',
  ]),
};

interface Holders {
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** The key of the object that is compared; empty for the root. */
  readonly holder: string;
}

function diffKeys(table: KeyTable, { before, after, holder }: Holders): Draft[] {
  const older = holder === '' ? before : member(before, holder);
  const newer = holder === '' ? after : member(after, holder);
  const base = holder === '' ? '' : pointerTo(holder);
  const keys = new Set([...Object.keys(older ?? {}), ...Object.keys(newer ?? {})]);
  return [...keys].flatMap((key) => {
    const from = said(member(older, key));
    const to = said(member(newer, key));
    if (table.elsewhere.has(key) || sameJson(from, to)) return [];
    const kind = table.kinds.get(key) ?? 'detail-changed';
    const pointer = to === undefined ? base : base + pointerTo(key);
    const name = holder === '' ? key : `${holder}.${key}`;
    return [
      {
        kind,
        place: { part: 'openapi', pointer },
        about: [name, from, to],
        values: [from, to],
        message: sentence(name, from, to),
      },
    ];
  });
}

/** An empty text, list or object says nothing, like none. */
function said(value: Json | undefined): Json | undefined {
  if (typeof value !== 'object' || value === null) return value === '' ? undefined : value;
  return Object.keys(value).length === 0 ? undefined : value;
}

function sentence(name: string, from: Json | undefined, to: Json | undefined): string {
  const scalar = [from, to].every((value) => typeof value !== 'object' || value === null);
  if (scalar) return `${quote(name)} changes ${fromTo(from, to)}`;
  return `${quote(name)} ${from === undefined ? 'is added' : to === undefined ? 'is removed' : 'changes'}`;
}

const PROPERTIES: ReadonlyMap<string, ChangeKindName> = new Map([
  ['publisher', 'publisher-changed'],
  ['stackOwner', 'stack-owner-changed'],
  ['iconBrandColor', 'brand-color-changed'],
  ['capabilities', 'capabilities-changed'],
]);

const PROPERTIES_ELSEWHERE: ReadonlySet<string> = new Set([
  'connectionParameters',
  'connectionParameterSets',
  'policyTemplateInstances',
  'scriptOperations',
]);

/** What the properties say of the connector as such. */
export function diffProperties(before: JsonObject, after: JsonObject): Draft[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const from = folded(key, member(before, key));
    const to = folded(key, member(after, key));
    if (PROPERTIES_ELSEWHERE.has(key) || sameJson(from, to)) return [];
    const kind = PROPERTIES.get(key) ?? 'setting-changed';
    const pointer = to === undefined ? '' : pointerTo(key);
    return [
      {
        kind,
        place: { part: 'properties', pointer },
        about: [key, from, to],
        values: [from, to],
        message: sentence(key, from, to),
      },
    ];
  });
}

/** A colour has no case, and a connector without capabilities has an empty list of them. */
function folded(key: string, value: Json | undefined): Json | undefined {
  if (key === 'iconBrandColor' && typeof value === 'string') return value.toLowerCase();
  return key === 'capabilities' && Array.isArray(value) && value.length === 0 ? undefined : value;
}

/** Icon and readme: that they differ is all that can be said. */
export function diffFiles(before: Connector, after: Connector): Draft[] {
  const drafts: Draft[] = [];
  if (!sameBytes(before.icon?.bytes, after.icon?.bytes))
    drafts.push(fileDraft('icon', 'Icon', after.icon === undefined));
  if (before.readme?.text !== after.readme?.text)
    drafts.push(fileDraft('readme', 'Readme', after.readme === undefined));
  return drafts;
}

function fileDraft(part: 'icon' | 'readme', subject: string, removed: boolean): Draft {
  const place = placeIn(part, '', removed);
  return { kind: `${part}-changed`, place, about: [], message: `${subject} ${removed ? 'is removed' : 'changes'}` };
}
