import { arrayMember, entriesOf, member, stringMember, type Json } from '../domain/json.ts';
import { canonicalText } from './canonical-text.ts';
import { sameJson } from './same-json.ts';
import { connectionDraft, type ConnectionParameter } from './connection-subject.ts';
import type { Draft } from './draft.ts';
import { diffOauth } from './oauth.ts';
import { fromTo, quote, quoteList } from './wording.ts';

/** One connection parameter in two versions. */
export function diffConnectionParameter(context: ConnectionParameter, before: Json, after: Json): Draft[] {
  return [
    ...diffType(context, before, after),
    ...diffRequired(context, before, after),
    ...diffValues(context, before, after),
    ...diffTexts(context, before, after),
    ...diffOauth(context, member(before, 'oAuthSettings'), member(after, 'oAuthSettings')),
    ...diffSettings(context, before, after),
  ];
}

/** Signing in is never optional; a parameter that nobody sees and that has a default asks nothing. */
export function isRequired(parameter: Json): boolean {
  if (stringMember(parameter, 'type') === 'oauthSetting') return true;
  const constraints = member(member(parameter, 'uiDefinition'), 'constraints');
  return isTrue(member(constraints, 'required')) && !isTrue(member(constraints, 'hidden'));
}

/** Microsoft writes flags as the strings "true" and "false", many authors as booleans. */
function isTrue(value: Json | undefined): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}

function diffType(context: ConnectionParameter, before: Json, after: Json): Draft[] {
  const from = member(before, 'type');
  const to = member(after, 'type');
  if (sameJson(from, to)) return [];
  const secret = from === 'string' && to === 'securestring';
  const kind = secret ? 'connection-parameter-made-secret' : 'connection-parameter-type-changed';
  const draft = connectionDraft(context, kind, `changes its type ${fromTo(from, to)}`, [from, to], '/type');
  return [{ ...draft, values: [from, to] }];
}

function diffRequired(context: ConnectionParameter, before: Json, after: Json): Draft[] {
  const is = isRequired(after);
  if (isRequired(before) === is) return [];
  const kind = is ? 'connection-parameter-made-required' : 'connection-parameter-made-optional';
  return [connectionDraft(context, kind, `becomes ${is ? 'required' : 'optional'}`, [])];
}

function diffValues(context: ConnectionParameter, before: Json, after: Json): Draft[] {
  const older = valuesOf(before);
  const newer = valuesOf(after);
  const lost = newer === undefined ? [] : without(older ?? [], newer);
  const gained = older === undefined ? [] : without(newer ?? [], older);
  const limited = older === undefined && newer !== undefined;
  const freed = older !== undefined && newer === undefined;
  return [
    ...(lost.length > 0 || limited
      ? [
          connectionDraft(
            context,
            'connection-parameter-values-narrowed',
            limited ? `takes only ${quoteList(newer)} now` : `no longer takes ${quoteList(lost)}`,
            [lost, limited],
          ),
        ]
      : []),
    ...(gained.length > 0 || freed
      ? [
          connectionDraft(
            context,
            'connection-parameter-values-widened',
            freed ? 'takes any value now' : `also takes ${quoteList(gained)}`,
            [gained, freed],
          ),
        ]
      : []),
  ];
}

function without(values: readonly Json[], others: readonly Json[]): Json[] {
  const known = new Set(others.map(canonicalText));
  return values.filter((value) => !known.has(canonicalText(value)));
}

function valuesOf(parameter: Json): Json[] | undefined {
  const constraints = member(member(parameter, 'uiDefinition'), 'constraints');
  const values = arrayMember(parameter, 'allowedValues') ?? arrayMember(constraints, 'allowedValues');
  return values?.map((entry) => member(entry, 'value') ?? entry);
}

const TEXTS = ['displayName', 'description', 'tooltip'] as const;

function diffTexts(context: ConnectionParameter, before: Json, after: Json): Draft[] {
  return TEXTS.flatMap((key) => {
    const from = member(member(before, 'uiDefinition'), key);
    const to = member(member(after, 'uiDefinition'), key);
    if (sameJson(from, to)) return [];
    const tail = to === undefined ? '' : `/uiDefinition/${key}`;
    const draft = connectionDraft(
      context,
      'connection-parameter-text-changed',
      `has another ${key}`,
      [key, from, to],
      tail,
    );
    return [{ ...draft, values: [from, to] }];
  });
}

/** Whatever the functions above do not look at. */
function diffSettings(context: ConnectionParameter, before: Json, after: Json): Draft[] {
  const from = remainder(before);
  const to = remainder(after);
  return Object.keys({ ...from, ...to }).flatMap((key) =>
    sameJson(from[key], to[key])
      ? []
      : [
          connectionDraft(context, 'connection-parameter-setting-changed', `changes ${quote(key)}`, [
            key,
            from[key],
            to[key],
          ]),
        ],
  );
}

const SEEN = new Set(['type', 'oAuthSettings', 'allowedValues', 'uiDefinition']);
const SEEN_CONSTRAINTS = new Set(['required', 'hidden', 'allowedValues']);

function remainder(parameter: Json): Record<string, Json> {
  const shownAs = member(parameter, 'uiDefinition');
  const constraints = entriesOf(member(shownAs, 'constraints')).filter(([key]) => !SEEN_CONSTRAINTS.has(key));
  const shown = entriesOf(shownAs).filter(([key]) => key !== 'constraints' && !TEXTS.some((text) => text === key));
  const own = entriesOf(parameter).filter(([key]) => !SEEN.has(key));
  return Object.fromEntries([...own, ...shown, ...constraints]);
}
