import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ALL_FAULTS } from '../../bench/faults/all.ts';
import { lineInJson, lineOfText } from '../../bench/faults/lines.ts';
import { NOT_TRIED } from '../../bench/faults/not-tried.ts';
import { codesWithout } from '../../bench/faults/run-faults.ts';
import { AREAS, assertFound } from './own-connectors.ts';

// None of our own connectors signs in like that; those of the bench do.
const CARRIED_BY_NONE = new Set(['auth/oauth-parameter-named-token', 'auth/basic-names']);

const test = suite('faults');

test('every code that something reports has a fault, or a test of its own', () => {
  assert.equal(
    codesWithout(ALL_FAULTS).filter((code) => NOT_TRIED[code] === undefined),
    [],
  );
});

test('lines are counted as they are written', () => {
  const value = { a: [1, {}, { b: 2 }], '': { 'c/d': [] }, e: 3 };
  const text = JSON.stringify(value, null, '\t');
  for (const [pointer, wanted] of [
    ['/a/2/b', '"b"'],
    ['//c~1d', '"c/d"'],
    ['/e', '"e"'],
  ] as const) {
    assert.is(lineInJson(value, pointer), lineOfText(text, wanted), pointer);
  }
  assert.is(lineInJson(value, ''), 1);
  assert.is(lineOfText(text, 'f'), undefined);
});

for (const area of AREAS) {
  test(`${area}: each fault is found, at its line and with nothing else`, () => {
    const untried = assertFound(area, 1).filter(({ tried, code }) => tried === 0 && !CARRIED_BY_NONE.has(code));
    assert.equal(
      untried.map(({ code }) => code),
      [],
    );
  });
}

test.run();
