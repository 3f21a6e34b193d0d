import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { withComponents } from '../../src/way-out/add-components.ts';
import { carry, withMovedReferences } from '../../src/way-out/components.ts';

const test = suite('way-out/components');

const ref = (name: string): JsonObject => ({ $ref: `#/definitions/${name}` });

/** What an operation that needs a value of the older document refers to in the newer one, and the definitions there are then. */
function carried(older: JsonObject, newer: JsonObject, value: Json) {
  const [before, after] = [{ definitions: older }, { definitions: newer }];
  const plan = carry(before, after, [value]);
  return [withMovedReferences(value, plan.moved), withComponents(after, before, plan)['definitions']];
}

test('what is the same is used', () => {
  const same = { A: { properties: { b: ref('B') } }, B: { type: 'string' } };
  assert.equal(carried(same, same, ref('A')), [ref('A'), same]);
});

test('what is gone comes back, what differs comes under another name', () => {
  assert.equal(carried({ A: { type: 'string' } }, {}, ref('A')), [ref('A'), { A: { type: 'string' } }]);
  assert.equal(carried({ A: { type: 'string' } }, { A: { type: 'object' } }, ref('A')), [
    ref('A_V1'),
    { A: { type: 'object' }, A_V1: { type: 'string' } },
  ]);
  const taken = { A: { type: 'object' }, A_V1: {} };
  assert.equal(carried({ A: { type: 'string' } }, taken, ref('A'))[0], ref('A_V2'));
});

test('what needs something that differs differs too, in a circle as well', () => {
  const older = { A: { b: ref('B') }, B: { a: ref('A'), type: 'string' }, C: { type: 'number' } };
  const newer = { ...older, B: { a: ref('A'), type: 'object' } };
  assert.equal(carried(older, newer, [ref('A'), ref('C')]), [
    [ref('A_V1'), ref('C')],
    { ...newer, A_V1: { b: ref('B_V1') }, B_V1: { a: ref('A_V1'), type: 'string' } },
  ]);
  assert.equal(carried(older, older, ref('A')), [ref('A'), older]);
});

test('references into a component, with signs that need escapes, and of OpenAPI 3', () => {
  const older = { 'A b/c': { properties: { d: { type: 'string' } } } };
  const value = { $ref: '#/definitions/A%20b~1c/properties/d' };
  assert.equal(carried(older, { 'A b/c': {} }, value)[0], { $ref: '#/definitions/A%20b~1c_V1/properties/d' });
  const [before, after] = ['string', 'number'].map((type) => ({ components: { schemas: { A: { type } } } }));
  const plan = carry(before!, after!, [{ $ref: '#/components/schemas/A' }]);
  assert.equal([...plan.added], [['/components/schemas/A_V1', '/components/schemas/A']]);
});

test('what leads nowhere, out of the document, or is no reference is left alone', () => {
  const value = [ref('Gone'), { $ref: 'other.json#/definitions/A' }, { properties: { $ref: { type: 'string' } } }];
  assert.equal(carried({ A: {} }, {}, value), [value, {}]);
});

test.run();
