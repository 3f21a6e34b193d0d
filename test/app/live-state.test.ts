import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseLiveState } from '../../src/app/live-state.ts';
import { Failure } from '../../src/domain/failure.ts';
import type { JsonObject } from '../../src/domain/json.ts';

const test = suite('app/live-state');

const digest = `sha256:${'a'.repeat(64)}`;
const answer: JsonObject = {
  scope: 'x',
  release: digest,
  sequence: 3,
  source: 'github:42',
  entries: {
    mail: { digest, stage: 'registered', owners: { users: ['u'], groups: [], github: [] }, origin: { converter: 'c' } },
  },
  taken: ['wiki'],
  lastApplied: { release: digest, entries: { mail: digest } },
  pins: [{ connector: 'mail', rejected: null, reason: 'r' }],
  rules: { digest: 'sha256:r', profile: 'base' },
};

test('an answer of the registry is read whole', () => {
  const live = parseLiveState(answer, 'u');
  assert.is(live.sequence, 3);
  assert.equal(
    [...live.entries],
    [
      [
        'mail',
        { digest, stage: 'registered', owners: { users: ['u'], groups: [], github: [] }, origin: { converter: 'c' } },
      ],
    ],
  );
  assert.equal([...live.taken], ['wiki']);
  assert.is(live.pins[0]?.rejected, null);
});

test('an empty scope has no release, and no entry', () => {
  const live = parseLiveState({ ...answer, release: null, sequence: 0, entries: {}, lastApplied: null, pins: [] }, 'u');
  assert.is(live.release, null);
  assert.is(live.entries.size, 0);
});

const broken: [string, JsonObject][] = [
  ['no source', { ...answer, source: 'somebody' }],
  ['no release digest', { ...answer, release: 'v1' }],
  ['no sequence', { ...answer, sequence: '3' }],
  ['entries that are a list', { ...answer, entries: [] }],
  ['an entry without digest', { ...answer, entries: { mail: {} } }],
  ['a name that is no id', { ...answer, entries: { '../x': { digest } } }],
  ['a pin that cannot be read', { ...answer, pins: [{}] }],
];
for (const [name, value] of broken) {
  test(`${name}: told, and never taken for an empty scope`, () => {
    try {
      parseLiveState(value, 'http://registry.example/head');
      assert.unreachable();
    } catch (cause) {
      assert.instance(cause, Failure);
      assert.is((cause as Failure).kind, 'unavailable');
      assert.match((cause as Failure).message, 'http://registry.example/head');
    }
  });
}

test.run();
