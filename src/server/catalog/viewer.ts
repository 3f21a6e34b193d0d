import type { Caller } from '../../domain/visibility.ts';
import type { Viewer } from './view-model.ts';

/** What a page says about who looks at it. */
export function viewerOf(caller: Caller): Viewer {
  if (caller.kind === 'anonymous') return { kind: 'anonymous' };
  return { kind: 'known', name: caller.subject, role: caller.role, tenant: caller.tenant };
}
