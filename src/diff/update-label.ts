import { worstClass, type Change, type ChangeClass } from '../domain/change.ts';
import { changeKind } from './change-kinds.ts';

export interface UpdateLabel {
  /** What the certification team calls it: a minor update only touches texts, icon, colour and names of publishers. */
  readonly update: 'major' | 'minor' | 'none';
  readonly semver: 'major' | 'minor' | 'patch' | 'none';
}

/**
 * What a set of changes amounts to. An unknown kind counts as more than a minor update. What was announced long enough breaks nobody who
 * listened, and is a major version all the same.
 */
export function updateLabel(changes: readonly Pick<Change, 'kind' | 'class'>[]): UpdateLabel {
  const worst = worstClass(changes);
  if (worst === undefined) return { update: 'none', semver: 'none' };
  const minor = changes.every(({ kind }) => changeKind(kind)?.minorUpdate === true);
  if (minor) return { update: 'minor', semver: 'patch' };
  const breaks = changes.some(({ kind }) => kind === 'operation-removed-after-notice');
  return { update: 'major', semver: breaks ? 'major' : semverOf(worst) };
}

function semverOf(worst: ChangeClass): 'major' | 'minor' {
  return worst === 'breaking' || worst === 'forbidden' ? 'major' : 'minor';
}
