import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { planOf } from '../../src/plan/plan-digest.ts';
import { planTarget } from '../../src/plan/plan-target.ts';
import { refusedSteps } from '../../src/plan/refusals.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { connector, declared, digest, entry, live } from './catalog.ts';

const test = suite('plan/valves');

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`name-${n}`, entry('a')]));
const kept = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => connector(`name-${from + n}`, 'a'));
const planned = (...input: Parameters<typeof planTarget>): Plan => planOf([planTarget(...input)]);

test('retiring more than 30 % of ten is refused, for every retired one', () => {
  const plan = planned(declared(kept(4, 10)), live(many(10)));
  assert.is(refusedSteps(plan, []).length, 4);
  assert.is(plan.targets[0]?.steps[0]?.refused?.why, '4 of 10 connectors would be retired, more than 30 %');
});

test('retiring exactly 30 % of ten passes', () => {
  assert.equal(refusedSteps(planned(declared(kept(3, 10)), live(many(10))), []), []);
});

test('below ten own connectors the share does not count', () => {
  assert.equal(refusedSteps(planned(declared(kept(5, 9)), live(many(9))), []), []);
});

test('other sources’ entries do not count', () => {
  const taken = new Set(Array.from({ length: 100 }, (_, n) => `other-${n}`));
  assert.is(refusedSteps(planned(declared(kept(4, 10)), live(many(10), { taken })), []).length, 4);
});

test('an empty source retires nothing, however little is live', () => {
  const plan = planned(declared([]), live({ mail: entry('a') }));
  assert.is(refusedSteps(plan, []).length, 1);
  assert.match(plan.targets[0]?.steps[0]?.refused?.why ?? '', 'No connector is declared');
});

test('the override of a mass retirement is the digest of all steps, and covers that plan only', () => {
  const plan = planned(declared(kept(4, 10)), live(many(10)));
  const override = { digest: plan.targets[0]!.steps[0]!.refused!.override!, reason: 'a division was sold' };
  assert.equal(refusedSteps(plan, [override]), []);
  const larger = planned(declared(kept(5, 10)), live(many(10)));
  assert.is(refusedSteps(larger, [override]).length, 5);
});

test('the override survives other people’s releases', () => {
  const before = planned(declared(kept(4, 10)), live(many(10)));
  const after = planned(
    declared(kept(4, 10)),
    live(many(10), { release: digest('later'), sequence: 8, taken: new Set(['x']) }),
  );
  assert.is(after.digest, before.digest);
});

test('a certified connector is retired by its step’s override only', () => {
  const plan = planned(
    declared([connector('wiki', 'w')]),
    live({ mail: entry('a'), wiki: entry('w') }, { certified: new Set(['mail']) }),
  );
  const [refused] = refusedSteps(plan, []);
  assert.is(refused?.step.connector, 'mail');
  assert.equal(refusedSteps(plan, [{ digest: refused!.step.digest, reason: 'end of life' }]), []);
});

test('a breaking change that nobody acknowledged is refused', () => {
  const changes = new Map([['mail', { class: 'breaking' as const, unacknowledged: 2 }]]);
  const plan = planned(declared([connector('mail', 'b')]), live({ mail: entry('a') }), changes);
  assert.is(plan.targets[0]?.steps[0]?.refused?.why, '2 breaking changes are not acknowledged in connector.yaml');
});

test('what an acknowledgement would have to name goes with the refusal', () => {
  const lacking = { fingerprints: ['0123456789abcdef'], folder: 'custom/Mail' };
  const changes = new Map([['mail', { class: 'breaking' as const, unacknowledged: 1, lacking }]]);
  const refused = (from: 'a' | undefined) =>
    planned(declared([connector('mail', 'b')]), live(from === undefined ? {} : { mail: entry(from) }), changes)
      .targets[0]?.steps[0]?.refused;
  assert.equal(refused('a')?.acknowledgement, { base: digest('a'), ...lacking });
  assert.is(refused('a')?.why, 'A breaking change is not acknowledged in registry.yaml');
  assert.is(refused(undefined)?.acknowledgement, undefined);
});

test('a held step is not refused for what it would break', () => {
  const changes = new Map([['mail', { class: 'breaking' as const, unacknowledged: 2 }]]);
  const pins = [
    { connector: connector('mail', 'b').id, source: 'github:1' as const, rejected: digest('b'), reason: '' },
  ];
  assert.equal(
    refusedSteps(planned(declared([connector('mail', 'b')]), live({ mail: entry('a') }, { pins }), changes), []),
    [],
  );
});

test('a name of another source is refused, and no override helps', () => {
  const plan = planned(declared([connector('mail', 'b')]), live({}, { taken: new Set(['mail']) }));
  const [refused] = refusedSteps(plan, [
    { digest: plan.digest, reason: 'mine' },
    { digest: plan.targets[0]!.steps[0]!.digest, reason: 'mine' },
  ]);
  assert.is(refused?.step.refused?.override, undefined);
  assert.match(refused?.step.refused?.why ?? '', 'belongs to another source');
});

test.run();
