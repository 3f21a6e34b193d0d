import { parseRegion, parseSubscriptionId } from '../../domain/scope.ts';
import type { Grant } from '../../domain/visibility.ts';
import { Problem } from '../http/problem.ts';
import { text } from './schemas.ts';

export interface GrantBody {
  readonly subscription: string;
  readonly region: string;
}

export const GRANT_PROPERTIES = {
  subscription: text('Subscription id: a GUID.', { maxLength: 36 }),
  region: text('Region, or * for any.', { maxLength: 41 }),
};

export function parseGrant({ subscription, region }: GrantBody): Grant {
  const id = parseSubscriptionId(subscription);
  const name = region === '*' ? '*' : parseRegion(region);
  if (id === undefined) throw new Problem('request/invalid', `${JSON.stringify(subscription)} is not a GUID`);
  if (name === undefined) throw new Problem('request/invalid', `${JSON.stringify(region)} is not a region`);
  return { subscription: id, region: name };
}
