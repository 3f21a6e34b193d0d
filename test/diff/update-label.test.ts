import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ChangeClass } from '../../src/domain/change.ts';
import { changeKind } from '../../src/diff/change-kinds.ts';
import { updateLabel, type UpdateLabel } from '../../src/diff/update-label.ts';

const test = suite('diff/update-label');

const CASES: readonly (readonly [readonly string[], UpdateLabel])[] = [
  [[], { update: 'none', semver: 'none' }],
  [['icon-changed', 'readme-changed', 'summary-changed'], { update: 'minor', semver: 'patch' }],
  [['contact-changed', 'connection-parameter-text-changed', 'publisher-changed'], { update: 'minor', semver: 'patch' }],
  [['summary-changed', 'operation-added'], { update: 'major', semver: 'minor' }],
  [['metadata-changed'], { update: 'major', semver: 'minor' }],
  [['policy-changed', 'operation-added'], { update: 'major', semver: 'minor' }],
  [['operation-added', 'parameter-removed'], { update: 'major', semver: 'major' }],
  [['operation-removed-after-notice'], { update: 'major', semver: 'major' }],
  [['auth-type-changed'], { update: 'major', semver: 'major' }],
];

const classOf = (kind: string): ChangeClass => changeKind(kind)?.class ?? 'breaking';

for (const [kinds, want] of CASES)
  test(`${kinds.join(', ') || 'nothing'}: ${want.update}, ${want.semver}`, () => {
    assert.equal(updateLabel(kinds.map((kind) => ({ kind, class: classOf(kind) }))), want);
  });

test('a kind that is not in the table is more than a minor update', () => {
  assert.equal(updateLabel([{ kind: 'constructor', class: 'safe' }]), { update: 'major', semver: 'minor' });
});

test.run();
