import { Failure } from '../../domain/failure.ts';
import { isArray, member, objectMember, stringMember, type Json } from '../../domain/json.ts';

/** An open pull request, as far as we read it. */
export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
  /** Undefined when the fork was deleted. */
  readonly headRepositoryId: number | undefined;
  readonly baseBranch: string;
}

export interface IssueComment {
  readonly id: number;
  readonly body: string;
  /** Login and kind of the account that wrote it: `github-actions[bot]`, `Bot`. */
  readonly author: { readonly login: string; readonly kind: string } | undefined;
}

export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly expired: boolean;
  readonly bytes: number;
}

/** The elements of a list that GitHub answered; a Failure when it is no list or an element is not what we know. */
export function parseListed<T>(doing: string, value: unknown, parse: (one: unknown) => T | undefined): T[] {
  const parsed = isArray(value) ? value.map((one) => parse(one)) : [undefined];
  return parsed.map((one) => {
    if (one !== undefined) return one;
    throw new Failure('unavailable', `GitHub cannot ${doing}: the answer is cut short, or not what GitHub documents`, {
      hint: 'Run the job again; is there a proxy between?',
    });
  });
}

export function parsePullRequest(value: unknown): PullRequest | undefined {
  const head = objectMember(value, 'head');
  const number = wholeNumber(member(value, 'number'));
  const headSha = stringMember(head, 'sha');
  const baseBranch = stringMember(objectMember(value, 'base'), 'ref');
  if (number === undefined || headSha === undefined || baseBranch === undefined) return undefined;
  return { number, headSha, baseBranch, headRepositoryId: wholeNumber(member(member(head, 'repo'), 'id')) };
}

export function parseComment(value: unknown): IssueComment | undefined {
  const id = wholeNumber(member(value, 'id'));
  if (id === undefined) return undefined;
  const user = objectMember(value, 'user');
  const login = stringMember(user, 'login');
  const author = login === undefined ? undefined : { login, kind: stringMember(user, 'type') ?? '' };
  return { id, body: stringMember(value, 'body') ?? '', author };
}

export function parseArtifact(value: unknown): Artifact | undefined {
  const id = wholeNumber(member(value, 'id'));
  const bytes = wholeNumber(member(value, 'size_in_bytes'));
  const name = stringMember(value, 'name');
  if (id === undefined || bytes === undefined || name === undefined) return undefined;
  return { id, name, bytes, expired: member(value, 'expired') !== false };
}

function wholeNumber(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
