import type { Digest } from '../../src/domain/digest.ts';
import type { Owners } from '../../src/domain/release.ts';
import { scopeText, type Scope } from '../../src/domain/scope.ts';
import { pathOf, SCOPE, type Answer, type Call, type Registry } from './harness.ts';
import type { Sample } from './sample-connectors.ts';

export interface Publication {
  readonly token: string;
  readonly connectors: Readonly<Record<string, Sample>>;
  readonly scope?: Scope;
  /** The newest release is asked for when absent. */
  readonly parent?: Digest | null;
  readonly owners?: Partial<Owners>;
  readonly commit?: string;
  readonly liftPins?: readonly string[];
}

/** Uploads what is missing and commits: what a sync does. */
export async function publish({ call }: Pick<Registry, 'call'>, publication: Publication): Promise<Answer> {
  const { token, connectors, scope = SCOPE } = publication;
  for (const { digest, bytes } of Object.values(connectors)) {
    const put = await call(pathOf(scope, `/revisions/${digest}`), { method: 'PUT', token, body: bytes });
    if (put.status !== 201 && put.status !== 204) throw new Error(`upload: ${put.status} ${put.text}`);
  }
  const parent = publication.parent === undefined ? await headOf({ call }, token, scope) : publication.parent;
  return call(pathOf(scope, '/releases'), commitCall({ ...publication, parent }));
}

/** The body of a release, of which tests change a part. */
export interface SentBody {
  readonly connectors: Readonly<Record<string, object>>;
  readonly [member: string]: unknown;
}

/** The request that commits, without uploading anything. */
export function commitCall(
  publication: Publication & { readonly parent: Digest | null },
): Call & { readonly body: SentBody } {
  const { token, connectors, scope = SCOPE, parent, owners, commit = 'c0ffee', liftPins = [] } = publication;
  const full = { users: [], groups: [], github: [], ...owners };
  const entries = Object.entries(connectors).map(([name, { digest }]) => [
    name,
    { digest, stage: 'registered', owners: full },
  ]);
  return {
    method: 'POST',
    token,
    headers: precondition(parent),
    body: {
      version: 1,
      scope: scopeText(scope),
      parent,
      commit,
      connectors: Object.fromEntries(entries),
      liftPins,
      overrides: [],
    },
  };
}

export function precondition(parent: Digest | null): Record<string, string> {
  return parent === null ? { 'if-none-match': '*' } : { 'if-match': `"${parent}"` };
}

export async function headOf({ call }: Pick<Registry, 'call'>, token: string, scope = SCOPE): Promise<Digest | null> {
  const head = await call(pathOf(scope, '/releases/head'), { token });
  if (head.status !== 200) throw new Error(`head: ${head.status} ${head.text}`);
  return head.json.release;
}
