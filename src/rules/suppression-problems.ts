import type { Suppression } from '../domain/connector.ts';
import type { At, Finding } from '../domain/finding.ts';
import { child } from '../domain/pointer.ts';
import type { Profile } from '../domain/registry-file.ts';
import { KNOWN_RULE_CODES, ruleRow } from '../domain/rule-codes.ts';
import { nearest } from './did-you-mean.ts';
import { quote } from './quote.ts';
import { isSuppressible } from './suppressible.ts';

export interface SuppressionTime {
  readonly profile: Profile;
  /** YYYY-MM-DD: what expired before it counts no more. */
  readonly today: string;
}

export interface SuppressionUse {
  readonly isUsed: boolean;
  /** Whether the team's own rules judged the whole document. */
  readonly isStyleJudged: boolean;
}

/** What is wrong with one suppression; undefined when it does its work, or cannot be judged because the profile switches its rule off. */
export function problemOf(
  suppression: Suppression,
  operationIds: readonly string[],
  { profile, today, isUsed, isStyleJudged }: SuppressionTime & SuppressionUse,
): Finding | undefined {
  const { rule, expires } = suppression;
  const row = ruleRow(rule);
  if (row === undefined && !rule.startsWith('style/')) return unknownRule(suppression);
  if (!isSuppressible(rule)) return notSuppressible(suppression);
  if (expires < today) return expired(suppression);
  // Where a team's own rules did not judge, finding nothing says nothing.
  const isJudged = row === undefined ? isStyleJudged : row.severity[profile] !== 'off';
  return isUsed || !isJudged ? undefined : unused(suppression, operationIds);
}

function unknownRule(suppression: Suppression): Finding {
  const code = nearest(suppression.rule, KNOWN_RULE_CODES);
  return about(suppression, 'rule', {
    code: 'metadata/suppression-unused',
    message: `There is no rule ${quote(suppression.rule)}`,
    hint: code === undefined ? '"connectors rules" lists them' : `Did you mean "${code}"?`,
  });
}

function notSuppressible(suppression: Suppression): Finding {
  return about(suppression, 'rule', {
    code: 'metadata/suppression-unused',
    message: `Findings of ${quote(suppression.rule)} cannot be suppressed: every registry refuses them`,
    hint: 'Mend what it finds, and delete this entry',
  });
}

function expired(suppression: Suppression): Finding {
  return about(suppression, 'expires', {
    code: 'metadata/suppression-expired',
    message: `The suppression of ${quote(suppression.rule)} expired after ${suppression.expires}`,
    hint: `Mend what it hides, or let ${quote(suppression.owner)} decide on another day`,
  });
}

function unused(suppression: Suppression, operationIds: readonly string[]): Finding {
  const { rule, place } = suppression;
  const where = place === undefined ? '' : ` at ${quote(place)}`;
  return about(suppression, place === undefined ? 'rule' : 'place', {
    code: 'metadata/suppression-unused',
    message: `The suppression of ${quote(rule)}${where} matches no finding`,
    hint: operationMeant(place, operationIds) ?? 'Delete it',
  });
}

function operationMeant(place: string | undefined, operationIds: readonly string[]): string | undefined {
  if (place === undefined || place.startsWith('/') || operationIds.includes(place)) return undefined;
  const id = nearest(place, operationIds);
  return id === undefined ? undefined : `Did you mean ${quote(id)}?`;
}

function about(suppression: Suppression, key: string, finding: Omit<Finding, 'at'>): Finding {
  const { at, rule, place = '' } = suppression;
  return { ...finding, at: placeIn(at, key), identity: `${rule} ${place}` };
}

function placeIn(at: At, key: string): At {
  return { ...at, pointer: child(at.pointer ?? '', key) };
}
