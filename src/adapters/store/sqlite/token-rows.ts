import { parseDigest } from '../../../domain/digest.ts';
import { parseSource } from '../../../domain/release.ts';
import { parseRegion, parseSubscriptionId } from '../../../domain/scope.ts';
import type { Grant, Role } from '../../../domain/visibility.ts';
import type { Token, TokenBound } from '../token-store.ts';
import type { Row } from './connection.ts';
import {
  damaged,
  integer,
  jsonArray,
  optionalInteger,
  optionalParsed,
  optionalText,
  parsed,
  stringIn,
  strings,
  text,
  word,
} from './rows.ts';

const ROLES: readonly Role[] = ['reader', 'publisher', 'reviewer', 'operator'];

export function tokenOf(row: Row): Token {
  return {
    id: text(row, 'id'),
    name: text(row, 'name'),
    subject: text(row, 'subject'),
    groups: strings(jsonArray(row, 'groups'), 'groups'),
    role: word(ROLES, row, 'role'),
    source: optionalParsed(parseSource, row, 'source'),
    grants: jsonArray(row, 'grants').map((one) =>
      grantOf(stringIn(one, 'subscription', 'grants'), stringIn(one, 'region', 'grants')),
    ),
    bound: boundOf(row),
    repository: optionalText(row, 'repository'),
    run: optionalText(row, 'run'),
    createdAt: integer(row, 'created_at'),
    createdBy: text(row, 'created_by'),
    expiresAt: optionalInteger(row, 'expires_at'),
    revokedAt: optionalInteger(row, 'revoked_at'),
  };
}

export function grantOf(subscription: string, region: string): Grant {
  return {
    subscription: parseSubscriptionId(subscription) ?? damaged('subscription'),
    region: region === '*' ? '*' : (parseRegion(region) ?? damaged('region')),
  };
}

function boundOf(row: Row): TokenBound | undefined {
  if (row['bound_purpose'] === null) return undefined;
  return {
    scope: {
      subscription: parsed(parseSubscriptionId, row, 'bound_subscription'),
      region: parsed(parseRegion, row, 'bound_region'),
    },
    purpose: word(['read', 'publish'], row, 'bound_purpose'),
    release: optionalParsed(parseDigest, row, 'bound_release'),
  };
}
