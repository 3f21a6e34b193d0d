import { arrayMember, entriesOf, member, type Json } from '../domain/json.ts';
import { pointerTo } from '../domain/pointer.ts';
import { sameJson } from './same-json.ts';
import { connectionDraft, type ConnectionParameter } from './connection-subject.ts';
import type { ChangeKindName } from './change-kinds.ts';
import type { Draft } from './draft.ts';
import { fromTo, quote, quoteList } from './wording.ts';

const BASE = '/oAuthSettings';

/** The settings of a parameter that signs in. Both sides absent, or one: then its type changed, and that is said elsewhere. */
export function diffOauth(context: ConnectionParameter, before: Json | undefined, after: Json | undefined): Draft[] {
  if (before === undefined || after === undefined) return [];
  return [
    ...diffSetting(context, 'oauth-identity-provider-changed', 'identityProvider', before, after),
    ...diffScopes(context, before, after),
    ...diffSetting(context, 'oauth-redirect-mode-changed', 'redirectMode', before, after),
    ...diffCustomParameters(context, before, after),
    ...['clientId', 'redirectUrl', 'properties', 'additionalParameters'].flatMap((key) =>
      diffSetting(context, 'oauth-setting-changed', key, before, after),
    ),
  ];
}

function diffSetting(
  context: ConnectionParameter,
  kind: ChangeKindName,
  key: string,
  before: Json,
  after: Json,
): Draft[] {
  const from = member(before, key);
  const to = member(after, key);
  if (sameJson(folded(from), folded(to))) return [];
  const tail = to === undefined ? BASE : BASE + pointerTo(key);
  return [connectionDraft(context, kind, `changes ${quote(key)} ${fromTo(from, to)}`, [key, from, to], tail)];
}

/** The service reads names of providers and modes in any case. */
function folded(value: Json | undefined): Json | undefined {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function diffScopes(context: ConnectionParameter, before: Json, after: Json): Draft[] {
  const older = scopesOf(before);
  const newer = scopesOf(after);
  const added = newer.filter((scope) => !older.includes(scope));
  const removed = older.filter((scope) => !newer.includes(scope));
  const tail = `${BASE}/scopes`;
  return [
    ...(added.length > 0
      ? [connectionDraft(context, 'oauth-scopes-added', `asks for the scopes ${quoteList(added)} too`, [added], tail)]
      : []),
    ...(removed.length > 0
      ? [connectionDraft(context, 'oauth-scopes-removed', `no longer asks for ${quoteList(removed)}`, [removed], tail)]
      : []),
  ];
}

/** Often one entry holds them all, with spaces or commas between. */
function scopesOf(settings: Json): string[] {
  const scopes = (arrayMember(settings, 'scopes') ?? []).filter((scope) => typeof scope === 'string');
  return [...new Set(scopes.flatMap((scope) => scope.split(/[\s,]+/)).filter((scope) => scope !== ''))].sort();
}

function diffCustomParameters(context: ConnectionParameter, before: Json, after: Json): Draft[] {
  const older = customParametersOf(before);
  const newer = customParametersOf(after);
  return [...new Set([...older.keys(), ...newer.keys()])].flatMap((key) => {
    const from = older.get(key);
    const to = newer.get(key);
    if (sameJson(from?.value, to?.value)) return [];
    const kind =
      /(ur[li]|tenantid)/.test(key) && !key.includes('querystring') ? 'oauth-url-changed' : 'oauth-setting-changed';
    const name = to?.name ?? from?.name ?? key;
    const tail = to === undefined ? BASE : BASE + pointerTo('customParameters', name);
    const words = `changes ${quote(name)} ${fromTo(from?.value, to?.value)}`;
    return [connectionDraft(context, kind, words, [key, from?.value, to?.value], tail)];
  });
}

/** By name in lower case: both cases of the first letter are in use. */
function customParametersOf(settings: Json): Map<string, { readonly name: string; readonly value: Json | undefined }> {
  return new Map(
    entriesOf(member(settings, 'customParameters')).map(([name, entry]) => [
      name.toLowerCase(),
      { name, value: member(entry, 'value') ?? entry },
    ]),
  );
}
