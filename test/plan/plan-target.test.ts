import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { planTarget } from '../../src/plan/plan-target.ts';
import type { LiveState, Step } from '../../src/plan/plan.ts';
import { connector, declared, digest, entry, id, live } from './catalog.ts';

const test = suite('plan/plan-target');

const words = (steps: readonly Step[]): string[] =>
  steps.map((step) => `${step.kind} ${step.formerName === undefined ? '' : `${step.formerName} -> `}${step.connector}`);

const pin = (name: string, word: string | null): LiveState['pins'][number] => ({
  connector: id(name),
  source: 'github:1',
  rejected: word === null ? null : digest(word),
  reason: 'it broke flows',
});

const cases: [string, Parameters<typeof connector>[], Parameters<typeof live>, string[]][] = [
  ['nothing declared, nothing live', [], [{}], []],
  ['a new connector is created', [['mail', 'a']], [{}], ['create mail']],
  ['the same content is kept', [['mail', 'a']], [{ mail: entry('a') }], ['keep mail']],
  ['other content is an update', [['mail', 'b']], [{ mail: entry('a') }], ['update mail']],
  [
    'what is no longer declared is retired',
    [['mail', 'a']],
    [{ mail: entry('a'), wiki: entry('w') }],
    ['keep mail', 'retire wiki'],
  ],
  [
    'a former name makes a rename, not a retirement and a creation',
    [['post', 'b', { formerNames: ['mail'] }]],
    [{ mail: entry('a') }],
    ['rename mail -> post'],
  ],
  [
    'a former name that is still declared renames nothing',
    [
      ['post', 'b', { formerNames: ['mail'] }],
      ['mail', 'a'],
    ],
    [{ mail: entry('a') }],
    ['keep mail', 'create post'],
  ],
  [
    'one old name is given to one new name only',
    [
      ['post', 'a', { formerNames: ['mail'] }],
      ['letter', 'a', { formerNames: ['mail'] }],
    ],
    [{ mail: entry('a') }],
    ['rename mail -> letter', 'create post'],
  ],
  [
    'other owners restage the same content',
    [['mail', 'a', { owners: { users: ['u'], groups: [], github: [] } }]],
    [{ mail: entry('a') }],
    ['restage mail'],
  ],
  ['a draft is not published', [['mail', 'a', { stage: 'draft' }]], [{}], []],
  [
    'a connector that becomes a draft is restaged',
    [
      ['mail', 'a', { stage: 'draft' }],
      ['wiki', 'w'],
    ],
    [{ mail: entry('a'), wiki: entry('w') }],
    ['restage mail', 'keep wiki'],
  ],
  [
    'what a rollback rejected is held',
    [['mail', 'b']],
    [{ mail: entry('a') }, { pins: [pin('mail', 'b')] }],
    ['held mail'],
  ],
  [
    'a pin ends when something else is declared',
    [['mail', 'c']],
    [{ mail: entry('a') }, { pins: [pin('mail', 'b')] }],
    ['update mail'],
  ],
  [
    'an absence that a rollback rejected is held too',
    [['wiki', 'w']],
    [{ mail: entry('a'), wiki: entry('w') }, { pins: [pin('mail', null)] }],
    ['held mail', 'keep wiki'],
  ],
  [
    'only a newer converter moved the digest',
    [['mail', 'b', { origin: { converter: '2', sourceSha256: 's' } }]],
    [{ mail: entry('a', { origin: { converter: '1', sourceSha256: 's' } }) }],
    ['reconvert mail'],
  ],
  [
    'a newer converter and another source are an update',
    [['mail', 'b', { origin: { converter: '2', sourceSha256: 't' } }]],
    [{ mail: entry('a', { origin: { converter: '1', sourceSha256: 's' } }) }],
    ['update mail'],
  ],
];

for (const [name, connectors, state, want] of cases) {
  test(name, () => {
    const plan = planTarget(declared(connectors.map((one) => connector(...one))), live(...state));
    assert.equal(words(plan.steps), want);
  });
}

test('a rule set that differs from the registry’s is told', () => {
  const plan = planTarget(declared([]), live({}, { rules: { digest: 'rules-2', profile: 'base' } }));
  assert.is(plan.rules.same, false);
});

test('the class of the change is on the step', () => {
  const changes = new Map([['mail', { class: 'warning' as const, unacknowledged: 0 }]]);
  const plan = planTarget(declared([connector('mail', 'b')]), live({ mail: entry('a') }), changes);
  assert.is(plan.steps[0]?.class, 'warning');
  assert.is(plan.steps[0]?.refused, undefined);
});

test.run();
