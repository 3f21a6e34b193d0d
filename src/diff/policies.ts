import { arrayMember, entriesOf, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, pointerTo, type Pointer } from '../domain/pointer.ts';
import { canonicalText } from './canonical-text.ts';
import { sameJson } from './same-json.ts';
import { placeIn, type Draft } from './draft.ts';
import { matchBy, type Match } from './match.ts';
import { quote } from './wording.ts';

interface Policy {
  readonly value: Json;
  readonly pointer: Pointer;
  readonly template: string;
  readonly title: string;
}

/** What stands between the maker's call and the API: a policy is the same by content, then by template and title, then by template. */
export function diffPolicies(before: JsonObject, after: JsonObject): Draft[] {
  const older = policiesOf(before);
  const newer = policiesOf(after);
  const { matched, removed, added } = matchBy(older, newer, [
    ({ value }) => canonicalText(value),
    ({ template, title }) => `${template} ${title}`,
    ({ template }) => template,
  ]);
  return [
    ...removed.map((policy) => policyDraft(policy, 'removed')),
    ...matched.flatMap((match) => diffPolicy(match)),
    ...added.map((policy) => policyDraft(policy, 'added')),
    ...diffOrder(older, newer),
  ];
}

function policiesOf(properties: JsonObject): Policy[] {
  return (arrayMember(properties, 'policyTemplateInstances') ?? []).map((value, index) => ({
    value,
    pointer: pointerTo('policyTemplateInstances', index),
    template: (stringMember(value, 'templateId') ?? '').toLowerCase(),
    title: stringMember(value, 'title') ?? '',
  }));
}

/** The state of a polling trigger is stored under what its policy says: another policy may not understand it. */
function isPolling({ template }: Policy): boolean {
  return template === 'pollingtrigger';
}

function policyDraft(policy: Policy, words: 'added' | 'removed'): Draft {
  const removed = words === 'removed';
  return {
    kind: removed && isPolling(policy) ? 'polling-policy-changed' : removed ? 'policy-removed' : 'policy-added',
    place: placeIn('properties', policy.pointer, removed),
    about: [words, policy.value],
    message: `${subjectOf(policy)} is ${words}`,
  };
}

function subjectOf({ title, template }: Policy): string {
  return title === ''
    ? `Policy of template ${quote(template)}`
    : `Policy ${quote(title)} of template ${quote(template)}`;
}

function diffPolicy({ before, after }: Match<Policy>): Draft[] {
  if (sameJson(before.value, after.value)) return [];
  const keys = changedKeys(member(before.value, 'parameters'), member(after.value, 'parameters'));
  const words = keys.length === 0 ? 'changes' : `changes ${keys.map((key) => quote(key)).join(', ')}`;
  return [
    {
      kind: isPolling(after) ? 'polling-policy-changed' : 'policy-changed',
      place: { part: 'properties', pointer: child(after.pointer, ...(keys.length > 0 ? ['parameters'] : [])) },
      about: [before.value, after.value],
      values: [shownParameters(before, keys), shownParameters(after, keys)],
      message: `${subjectOf(after)} ${words}`,
    },
  ];
}

// What a policy writes into such a header or field may be a secret.
const SECRETIVE = /authori[sz]ation|cookie|credential|key|passw|secret|signature|token/i;

/** The parameters that differ, without values that nobody should read. */
function shownParameters({ value }: Policy, keys: readonly string[]): Json | undefined {
  const parameters = entriesOf(member(value, 'parameters'));
  if (parameters.some(([, one]) => typeof one === 'string' && SECRETIVE.test(one))) return undefined;
  const shown = parameters.filter(([key]) => keys.includes(key));
  return shown.length === 0 ? undefined : Object.fromEntries(shown);
}

function changedKeys(before: Json | undefined, after: Json | undefined): string[] {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...keys].filter((key) => !sameJson(member(before, key), member(after, key)));
}

/** Policies act one after the other. */
function diffOrder(older: readonly Policy[], newer: readonly Policy[]): Draft[] {
  const from = older.map(({ value }) => canonicalText(value));
  const to = newer.map(({ value }) => canonicalText(value));
  const same = from.every((text, index) => text === to[index]);
  if (same || !sameJson(from.toSorted(), to.toSorted())) return [];
  return [
    {
      kind: 'policies-reordered',
      place: { part: 'properties', pointer: '/policyTemplateInstances' },
      about: [from, to],
      message: 'Policies act in another order',
    },
  ];
}
