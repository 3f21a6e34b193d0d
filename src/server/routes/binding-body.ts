import type { Binding } from '../../adapters/store/binding-store.ts';
import { parseSource } from '../../domain/release.ts';
import { parseRegion, parseSubscriptionId } from '../../domain/scope.ts';
import { newId } from '../auth/new-id.ts';
import { plainText } from '../http/plain-text.ts';
import { Problem } from '../http/problem.ts';
import { text } from './schemas.ts';

/** The body of `POST /v1/bindings`, of the shape that its schema demands. */
export interface BindingBody {
  readonly repositoryId: string;
  readonly ownerId: string;
  readonly repository: string;
  readonly workflow: string;
  readonly ref: string;
  readonly environment?: string;
  readonly role: Binding['role'];
  readonly subscription: string;
  readonly region: string;
}

export const BINDING_PROPERTIES = {
  repositoryId: text('Repository id: the number that GitHub gave it.', { pattern: '^[0-9]{1,20}$' }),
  ownerId: text('Owner id: the number that GitHub gave it.', { pattern: '^[0-9]{1,20}$' }),
  repository: text('Repository: owner and name, for messages.', { pattern: '^[^/\\s]+/[^/\\s]+$', maxLength: 200 }),
  workflow: text('Workflow: path of its file.', { pattern: '^\\.github/workflows/[^/]+\\.ya?ml$', maxLength: 300 }),
  ref: text('Ref: refs/heads/main.', { pattern: '^refs/(heads|tags)/.+$', maxLength: 300 }),
  environment: text('Environment of the job; absent: any.', { minLength: 1, maxLength: 255 }),
  role: text('Role: reader or publisher.', { enum: ['reader', 'publisher'] }),
  subscription: text('Subscription id: a GUID.', { maxLength: 36 }),
  region: text('Region: westeurope.', { maxLength: 41 }),
};

/** The source is the repository's own, always: no binding lets one repository publish another's entries. */
export function parseBinding(body: BindingBody): Binding {
  const { repositoryId, ownerId, role, environment } = body;
  const subscription = parseSubscriptionId(body.subscription);
  const region = parseRegion(body.region);
  const source = parseSource(`github:${repositoryId}`);
  if (subscription === undefined || region === undefined || source === undefined) {
    throw new Problem('request/invalid', 'The subscription is not a GUID, or the region is not a name');
  }
  return {
    id: newId('binding'),
    repositoryId,
    ownerId,
    repository: plainText(body.repository, 'repository'),
    workflow: plainText(body.workflow, 'workflow'),
    ref: plainText(body.ref, 'ref'),
    environment: environment === undefined ? undefined : plainText(environment, 'environment'),
    role,
    source,
    scope: { subscription, region },
  };
}
