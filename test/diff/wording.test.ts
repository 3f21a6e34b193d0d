import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fromTo } from '../../src/diff/wording.ts';

const test = suite('diff/wording');

test('long texts are cut where they differ', () => {
  const long = 'the same words again and again, '.repeat(9);
  assert.is(fromTo(`${long}red`, `${long}green`), 'from "…ds again and again, red" to "…ds again and again, green"');
  assert.is(fromTo(`a${long}`, `b${long}`).startsWith('from "athe same'), true);
});

test('two texts that differ never look the same, and no character is cut in two', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', 'é'), minLength: 1, maxLength: 90 });
  fc.assert(
    fc.property(text, text, text, (lead, one, two) => {
      fc.pre(one !== two);
      const shared = lead.repeat(3);
      const words = fromTo(shared + one, shared + two);
      const [, from, to] = /^from (".*") to (".*")$/.exec(words) ?? [];
      assert.is.not(from, to);
      assert.ok(words.isWellFormed(), words);
    }),
  );
});

test.run();
