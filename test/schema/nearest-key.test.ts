import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { nearestKey } from '../../src/schema/nearest-key.ts';

const test = suite('schema/nearest-key');

const KEYS = ['basePath', 'host', 'in', 'description', 'schemes', 'responses'];

for (const [written, meant] of [
  ['basepath', 'basePath'],
  ['discription', 'description'],
  ['reponses', 'responses'],
  ['resposnes', 'responses'],
  ['HOST', 'host'],
  ['hosts', 'host'],
  ['components', undefined],
  ['on', 'in'],
  ['x', undefined],
  ['', undefined],
  ['s'.repeat(100_000), undefined],
] as const) {
  test(`"${written.slice(0, 20)}" means ${meant ?? 'nothing that is known'}`, () =>
    assert.is(nearestKey(written, KEYS), meant));
}

test.run();
