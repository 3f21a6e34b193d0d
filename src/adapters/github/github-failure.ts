import { Failure } from '../../domain/failure.ts';
import { member, stringMember } from '../../domain/json.ts';

/** The Failure for a request that GitHub refused or did not answer; `doing` completes "GitHub cannot ...". */
export function gitHubFailure(doing: string, cause: unknown): Failure {
  if (cause instanceof Failure) return cause;
  const status = statusOf(cause);
  const message = `GitHub cannot ${doing}: ${status === undefined ? networkReason(cause) : refusal(status, cause)}`;
  return new Failure('unavailable', message, { hint: hintFor(status, cause), cause });
}

/** The answer's status; undefined when there was no answer (Octokit says 500 then, without a response). */
export function statusOf(cause: unknown): number | undefined {
  const status = ownMember(cause, 'status');
  return typeof status === 'number' && ownMember(cause, 'response') !== undefined ? status : undefined;
}

function refusal(status: number, cause: unknown): string {
  const told = stringMember(member(ownMember(cause, 'response'), 'data'), 'message');
  return told === undefined ? `HTTP ${status}` : `HTTP ${status} ${JSON.stringify(told.slice(0, 200))}`;
}

function networkReason(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (isTimeout(cause) || isTimeout(cause.cause)) return 'no answer in time';
  return JSON.stringify(cause.message.slice(0, 200));
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof Error && (cause.name === 'TimeoutError' || cause.name === 'AbortError');
}

function hintFor(status: number | undefined, cause: unknown): string {
  if (isRateLimit(status, cause)) return 'GitHub limits requests: run the job again in some minutes';
  if (status === 401) return 'The token is wrong or expired: pass ${{ github.token }}';
  if (status === 403 || status === 404) return 'Give the job the permissions that the README of the action lists';
  if (status === 410 || status === 422) return 'Look at what GitHub says, then run the job again';
  return 'Run the job again; https://www.githubstatus.com tells whether GitHub has an incident';
}

function isRateLimit(status: number | undefined, cause: unknown): boolean {
  if (status === 429) return true;
  const headers = member(ownMember(cause, 'response'), 'headers');
  const limited = member(headers, 'x-ratelimit-remaining') === '0' || member(headers, 'retry-after') !== undefined;
  return status === 403 && limited;
}

function ownMember(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? Object.getOwnPropertyDescriptor(holder, key)?.value
    : undefined;
}
