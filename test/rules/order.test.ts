import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { pointerTo } from '../../src/domain/pointer.ts';
import { comparePointers } from '../../src/rules/order.ts';

const POINTER = fc
  .array(fc.constantFrom('a', 'b', '1', '2', '10', '01', '~', '/', ''))
  .map((tokens) => pointerTo(...tokens));

const test = suite('rules/order');

test('parents come before children, numbers are compared as numbers', () => {
  const pointers = ['/b', '/a/10', '/a/2', '/a', '', '/a/2/x'];
  assert.equal(pointers.sort(comparePointers), ['', '/a', '/a/2', '/a/2/x', '/a/10', '/b']);
});

test('pointers have one order, whatever they were in before', () => {
  fc.assert(
    fc.property(POINTER, POINTER, POINTER, (one, two, three) => {
      assert.is(Math.sign(comparePointers(one, two)) + Math.sign(comparePointers(two, one)), 0);
      assert.is(comparePointers(one, two) === 0, one === two);
      if (comparePointers(one, two) < 0 && comparePointers(two, three) < 0) assert.ok(comparePointers(one, three) < 0);
    }),
    { numRuns: 2000 },
  );
});

test.run();
