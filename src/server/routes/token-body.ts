import { parseSource } from '../../domain/release.ts';
import type { Role } from '../../domain/visibility.ts';
import type { TokenRequest } from '../auth/issue-token.ts';
import { plainText } from '../http/plain-text.ts';
import { Problem } from '../http/problem.ts';
import { parseGrant, type GrantBody } from './grant-body.ts';

/** The body of `POST /v1/tokens`, of the shape that its schema demands. */
export interface TokenBody {
  readonly name: string;
  readonly subject: string;
  readonly role: Role;
  readonly source?: string;
  readonly groups?: readonly string[];
  readonly grants?: readonly GrantBody[];
  readonly expiresInDays?: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export function parseTokenBody(body: TokenBody, now: Date): Omit<TokenRequest, 'createdBy' | 'now'> {
  const { groups = [], grants = [], expiresInDays = 90 } = body;
  const source = body.source === undefined ? undefined : parseSource(body.source);
  if (body.source !== undefined && source === undefined) {
    throw new Problem('request/invalid', 'The source is neither github:<id> nor client:<name>');
  }
  return {
    name: plainText(body.name, 'name'),
    subject: plainText(body.subject, 'subject'),
    groups: groups.map((group) => plainText(group, 'groups')),
    role: body.role,
    source,
    grants: grants.map(parseGrant),
    expiresAt: now.getTime() + expiresInDays * DAY_MS,
  };
}
