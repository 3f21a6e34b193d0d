import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { callsIn, withRenamedCalls } from '../../src/way-out/dynamic-references.ts';

const test = suite('way-out/calls');

const values = (operationId: string, path = 'id') => ({ 'x-ms-dynamic-values': { operationId, 'value-path': path } });
const NAMES = new Map([['List', 'List_V2']]);

test('a call that is new means the operation as it is now, one that was there means the one that stays', () => {
  const before = { a: values('List') };
  const after = { a: values('List'), b: values('List', 'key'), c: values('Other') };
  assert.equal(withRenamedCalls(after, NAMES, callsIn(before)), {
    a: values('List'),
    b: values('List_V2', 'key'),
    c: values('Other'),
  });
});

test('trees call in several places, connections test themselves, and nothing else names an operation', () => {
  const after = {
    'x-ms-dynamic-tree': { open: { operationId: 'List' }, browse: { operationId: 'List', parameters: {} } },
    'x-ms-capabilities': { testConnection: { operationId: 'List' } },
    get: { operationId: 'List' },
    example: { operationId: 'List' },
  };
  assert.equal(withRenamedCalls(after, NAMES, new Set()), {
    ...after,
    'x-ms-dynamic-tree': { open: { operationId: 'List_V2' }, browse: { operationId: 'List_V2', parameters: {} } },
    'x-ms-capabilities': { testConnection: { operationId: 'List_V2' } },
  });
});

test('what does not change is the same object', () => {
  const after = { deep: [{ er: values('Other') }] };
  assert.is(withRenamedCalls(after, NAMES, new Set()), after);
});

test.run();
