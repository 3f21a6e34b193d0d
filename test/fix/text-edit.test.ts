import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { differsOutside } from '../../src/fix/changed-places.ts';
import { EditSet } from '../../src/fix/edit-set.ts';
import { applyEdits, offsetBefore, overlap } from '../../src/fix/text-edit.ts';

const edits = fc.array(fc.record({ start: fc.nat(40), length: fc.nat(5), text: fc.string({ maxLength: 4 }) }), {
  maxLength: 12,
});

const test = suite('fix/text-edit');

test('edits in a set are in order and not in each other’s way, and one in the way is not taken', () => {
  fc.assert(
    fc.property(edits, (wanted) => {
      const set = new EditSet();
      for (const { start, length, text } of wanted) {
        const edit = { start, end: start + length, text };
        const isFree = set.edits.every((one) => !overlap(one, edit) || isSame(one, edit));
        assert.is(set.add([edit]), isFree);
      }
      for (const [index, edit] of set.edits.entries()) {
        assert.ok(index === 0 || set.edits[index - 1]!.start < edit.start);
      }
    }),
  );
});

const isSame = (one: object, two: object): boolean => JSON.stringify(one) === JSON.stringify(two);

test('all edits of a mend are taken, or none', () => {
  const set = new EditSet();
  assert.ok(set.add([{ start: 0, end: 3, text: 'a' }]));
  assert.not.ok(
    set.add([
      { start: 9, end: 9, text: 'b' },
      { start: 2, end: 4, text: '' },
    ]),
  );
  assert.equal(set.edits, [{ start: 0, end: 3, text: 'a' }]);
});

test('what is not edited is found where it was', () => {
  // Each character of the text is its own place: what is put in has others.
  const text = Array.from({ length: 50 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
  fc.assert(
    fc.property(edits, (wanted) => {
      const set = new EditSet();
      for (const { start, length, text: put } of wanted) {
        set.add([{ start, end: Math.min(start + length, 50), text: put.replaceAll(/[一-鿿]/g, '') }]);
      }
      const edited = applyEdits(text, set.edits);
      for (let offset = 0; offset < edited.length; offset += 1) {
        const before = text.indexOf(edited[offset]!);
        if (before >= 0) assert.is(offsetBefore(set.edits, offset), before);
      }
    }),
  );
});

const cases: readonly (readonly [string, unknown, unknown, readonly string[], boolean])[] = [
  ['nothing', { a: 1 }, { a: 1 }, [], false],
  ['a value, said', { a: 1 }, { a: 2 }, ['/a'], false],
  ['a value, not said', { a: 1, b: 1 }, { a: 2, b: 2 }, ['/a'], true],
  ['below a place', { a: { b: [1] } }, { a: { b: [2] } }, ['/a'], false],
  ['beside a place', { a: 1, ab: 1 }, { a: 1, ab: 2 }, ['/a'], true],
  ['a member added', { a: 1 }, { a: 1, b: 1 }, ['/b'], false],
  ['a member gone', { a: 1, b: 1 }, { a: 1 }, [], true],
  ['the order of keys', { a: 1, b: 1 }, { b: 1, a: 1 }, ['/a', '/b'], true],
  ['a list that got shorter', { a: [1, 2] }, { a: [1] }, ['/a/1'], true],
  ['a list that got shorter, said', { a: [1, 2] }, { a: [1] }, ['/a'], false],
  ['the type', { a: '1' }, { a: 1 }, [], true],
  ['an inherited name', {}, { constructor: 1 }, [], true],
];

for (const [name, before, after, places, differs] of cases) {
  test(`${name} ${differs ? 'differs' : 'does not differ'} outside its places`, () => {
    assert.is(differsOutside(before as never, after as never, places), differs);
  });
}

test.run();
