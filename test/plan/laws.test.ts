import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { planOf } from '../../src/plan/plan-digest.ts';
import { planTarget } from '../../src/plan/plan-target.ts';
import { hasChanges } from '../../src/plan/refusals.ts';
import type { Declared, LiveEntry, LiveState } from '../../src/plan/plan.ts';
import { connector, declared, entry, live } from './catalog.ts';

const test = suite('plan/laws');

const name = fc.constantFrom('mail', 'wiki', 'chat', 'files', 'maps', 'weather');
const word = fc.constantFrom('a', 'b', 'c');
const aDeclared = fc
  .uniqueArray(fc.record({ name, word, former: fc.array(name, { maxLength: 2 }), draft: fc.boolean() }), {
    selector: (one) => one.name,
  })
  .map((list) =>
    declared(
      list.map((one) =>
        connector(one.name, one.word, { formerNames: one.former, stage: one.draft ? 'draft' : 'registered' }),
      ),
    ),
  );
const aLive = fc
  .dictionary(
    name,
    word.map((one) => entry(one)),
  )
  .map((entries) => live(entries));

/** What a scope serves after a plan was applied to it. */
function applied(plan: ReturnType<typeof planTarget>, from: LiveState, wanted: Declared): LiveState {
  const entries = plan.steps.flatMap((step): [string, LiveEntry][] => {
    const one = wanted.connectors.find((candidate) => candidate.id === step.connector);
    return step.to === undefined || one === undefined
      ? []
      : [[step.connector, { digest: step.to, stage: 'registered', owners: one.owners }]];
  });
  return { ...from, ...live(Object.fromEntries(entries)) };
}

test('after a plan is applied, the next plan is empty', () => {
  fc.assert(
    fc.property(aDeclared, aLive, (wanted, from) => {
      const plan = planTarget(wanted, from);
      assert.is(hasChanges(planOf([planTarget(wanted, applied(plan, from, wanted))])), false);
    }),
  );
});

test('after a plan is applied, exactly what is declared and no draft is live', () => {
  fc.assert(
    fc.property(aDeclared, aLive, (wanted, from) => {
      const after = applied(planTarget(wanted, from), from, wanted);
      const want = wanted.connectors
        .filter((one) => one.stage === 'registered')
        .map((one) => `${one.id} ${one.digest}`);
      assert.equal([...after.entries].map(([id, one]) => `${id} ${one.digest}`).toSorted(), want.toSorted());
    }),
  );
});

test('the order of connectors and entries never changes the plan', () => {
  fc.assert(
    fc.property(aDeclared, aLive, (wanted, from) => {
      const turned = { ...from, entries: new Map([...from.entries].toReversed()) };
      assert.equal(
        planTarget(wanted, from),
        planTarget({ ...wanted, connectors: wanted.connectors.toReversed() }, turned),
      );
    }),
  );
});

test('each live entry and each declared connector has exactly one step', () => {
  fc.assert(
    fc.property(aDeclared, aLive, (wanted, from) => {
      const { steps } = planTarget(wanted, from);
      const touched = steps.flatMap((step) => [
        step.connector,
        ...(step.formerName === undefined ? [] : [step.formerName]),
      ]);
      assert.is(new Set(touched).size, touched.length);
      for (const id of from.entries.keys()) assert.ok(touched.includes(id), id);
    }),
  );
});

test.run();
