import type { TextPart } from '../domain/connector.ts';
import { member, type Json, type JsonObject } from '../domain/json.ts';
import { canonicalText } from './canonical-text.ts';
import { sameJson } from './same-json.ts';
import { placeIn, type Draft } from './draft.ts';
import { quote } from './wording.ts';

/** Custom code is opaque: that it differs is all that can be said. */
export function diffScript(before: TextPart | undefined, after: TextPart | undefined): Draft[] {
  if (before?.text === after?.text) return [];
  const place = placeIn('script', '', after === undefined);
  const about = [before?.text, after?.text];
  if (before === undefined) return [{ kind: 'script-added', place, about, message: 'Custom code is added' }];
  if (after === undefined) return [{ kind: 'script-removed', place, about, message: 'Custom code is removed' }];
  return [{ kind: 'script-changed', place, about, message: 'Custom code changes' }];
}

export function diffScriptOperations(before: JsonObject, after: JsonObject): Draft[] {
  const from = member(before, 'scriptOperations');
  const to = member(after, 'scriptOperations');
  if (sameJson(sorted(from), sorted(to))) return [];
  const pointer = to === undefined ? '' : '/scriptOperations';
  const message = `Custom code runs for ${operationsText(to)} and ran for ${operationsText(from)}`;
  return [
    {
      kind: 'script-operations-changed',
      place: { part: 'properties', pointer },
      about: [from, to],
      values: [from, to],
      message,
    },
  ];
}

function sorted(operations: Json | undefined): Json | undefined {
  return Array.isArray(operations) ? operations.map(canonicalText).sort() : operations;
}

function operationsText(operations: Json | undefined): string {
  if (!Array.isArray(operations)) return 'no operation';
  return operations.length === 0 ? 'every operation' : quote(operations.join(', '));
}
