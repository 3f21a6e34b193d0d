import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Json } from '../../src/domain/json.ts';
import { compileAccepts } from '../../src/schema/accepts.ts';
import { isOpenApi2 } from '../../src/schema/validate-against.ts';
import { openapi2 } from '../../src/schema/validators.js';
import { brokenValue } from '../fuzz/broken-values.ts';
import { seedsIn } from '../fuzz/seeds.ts';

const SEEDS = fc.constantFrom(...seedsIn('connectors')).map((read) => read().openapi);

const test = suite('schema/accepts');

test('the quick check says of a document what the validator says', () => {
  let refused = 0;
  fc.assert(
    fc.property(SEEDS.chain(brokenValue), (document: Json) => {
      const isValid = openapi2(document);
      assert.is(isOpenApi2(document), isValid);
      refused += isValid ? 0 : 1;
    }),
    { numRuns: 2000 },
  );
  assert.ok(refused > 100, `only ${refused} were wrong`);
});

test('any value gets the same answer', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => assert.is(isOpenApi2(value as Json), openapi2(value))));
});

test('a keyword that it does not know is refused, not ignored', () => {
  assert.throws(() => compileAccepts({ minLength: 1 }), 'The keyword "minLength" is not known here');
  assert.throws(() => compileAccepts({ properties: { a: { type: 'text' } } }), 'The keyword "text" is not known here');
});

test.run();
