import type { JWTPayload } from 'jose';
import { stringMember } from '../../domain/json.ts';
import { Problem } from '../http/problem.ts';

/** What we read of GitHub's token. `sub` is left alone on purpose: its form differs between old and new repositories. */
export interface GithubClaims {
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  readonly ref: string;
  readonly event: string;
  /** `owner/repo/.github/workflows/publish.yml@refs/heads/main`: the workflow that was started, not one that it reuses. */
  readonly workflowRef: string;
  readonly environment: string | undefined;
  readonly run: string;
  readonly jti: string;
  /** Seconds since 1970. */
  readonly expires: number;
}

/** The claims of a verified token; a Problem (`oidc/claims`) names one that is missing. */
export function parseGithubClaims(payload: JWTPayload): GithubClaims {
  const claim = (name: string): string => {
    const value = stringMember(payload, name);
    if (value === undefined || value === '') throw new Problem('oidc/claims', `The identity token lacks "${name}"`);
    return value;
  };
  const { exp, jti } = payload;
  if (exp === undefined || jti === undefined) throw new Problem('oidc/claims');
  return {
    repository: claim('repository'),
    repositoryId: claim('repository_id'),
    ownerId: claim('repository_owner_id'),
    ref: claim('ref'),
    event: claim('event_name'),
    workflowRef: claim('workflow_ref'),
    environment: stringMember(payload, 'environment'),
    run: claim('run_id'),
    jti,
    expires: exp,
  };
}

/**
 * The path of the workflow's file: what stands between the repository and `@<ref>`. The ref is taken off as a whole, because file names and
 * refs may both contain "@". Undefined when the claims do not fit together.
 */
export function workflowFileOf({ workflowRef, repository, ref }: GithubClaims): string | undefined {
  const start = `${repository}/`.toLowerCase();
  const end = `@${ref}`;
  if (!workflowRef.toLowerCase().startsWith(start) || !workflowRef.endsWith(end)) return undefined;
  const file = workflowRef.slice(start.length, workflowRef.length - end.length);
  return file === '' ? undefined : file;
}
