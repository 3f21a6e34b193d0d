import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { JsonObject } from '../../src/domain/json.ts';
import { operationsOf } from '../../src/domain/operation.ts';
import { obstaclesOf, productsOf } from '../../src/domain/products.ts';
import type { RevisionContent } from '../../src/domain/revision.ts';

const test = suite('domain/products');

const action = (operationId: string, more: JsonObject = {}): JsonObject => ({
  [`/${operationId}`]: { get: { operationId, ...more } },
});
const trigger = (operationId: string): JsonObject => action(operationId, { 'x-ms-trigger': 'batch' });
const contentOf = (paths: JsonObject, properties: JsonObject = {}, script?: string): RevisionContent => ({
  openapi: { swagger: '2.0', paths },
  properties,
  ...(script === undefined ? {} : { script }),
});
const policy = (...operations: string[]): JsonObject => ({
  templateId: 'setheader',
  parameters: operations.length === 0 ? {} : { 'x-ms-apimTemplate-operationName': operations },
});

const cases: readonly (readonly [string, RevisionContent, string])[] = [
  ['actions alone work everywhere', contentOf(action('A')), 'full full full'],
  ['a connector without operations works everywhere, for what it is', contentOf({}), 'full full full'],
  ['Power Apps has no triggers', contentOf({ ...action('A'), ...trigger('T') }), 'full full partial'],
  ['a connector of triggers alone has no place in Power Apps', contentOf(trigger('T')), 'full full none'],
  [
    'an internal trigger hides nothing',
    contentOf({ ...action('A'), ...action('T', { 'x-ms-trigger': 'single', 'x-ms-visibility': 'internal' }) }),
    'full full full',
  ],
  [
    'custom code for every operation keeps out of Logic Apps',
    contentOf(action('A'), { scriptOperations: [] }, 'code'),
    'none full full',
  ],
  ['custom code without a list is for every operation', contentOf(action('A'), {}, 'code'), 'none full full'],
  [
    'custom code for one of two operations leaves the other',
    contentOf({ ...action('A'), ...action('B') }, { scriptOperations: ['A'] }, 'code'),
    'partial full full',
  ],
  [
    'a policy for every operation keeps out of Logic Apps',
    contentOf(action('A'), { policyTemplateInstances: [policy()] }),
    'none full full',
  ],
  [
    'a policy for one of two operations leaves the other',
    contentOf({ ...action('A'), ...action('B') }, { policyTemplateInstances: [policy('B')] }),
    'partial full full',
  ],
  [
    'a policy for an operation that does not exist changes nothing',
    contentOf(action('A'), { policyTemplateInstances: [policy('Z')] }),
    'full full full',
  ],
  [
    'a choice of authentication keeps out of Logic Apps',
    contentOf(action('A'), { connectionParameterSets: { values: [{ name: 'a' }] } }),
    'none full full',
  ],
  [
    'an empty choice of authentication is none',
    contentOf(action('A'), { connectionParameterSets: {} }),
    'full full full',
  ],
];
for (const [name, content, want] of cases) {
  test(name, () => {
    assert.is(
      productsOf(content)
        .map((one) => one.support)
        .join(' '),
      want,
    );
  });
}

test('what is not full says why, and what is full says nothing', () => {
  const content = contentOf(
    { ...action('A'), ...action('B'), ...trigger('T') },
    { scriptOperations: ['A'], policyTemplateInstances: [policy('A', 'B')] },
  );
  assert.equal(
    productsOf(content).map((one) => one.reasons),
    [
      [
        'Logic Apps runs no custom code: 1 of 3 operations relies on it',
        'Logic Apps applies no policies: 1 of 3 operations relies on one',
      ],
      [],
      ['Power Apps has no triggers: 1 of 3 operations is one'],
    ],
  );
});

test('an operation names the products that cannot use it', () => {
  const content = contentOf({ ...action('A'), ...trigger('T') }, { policyTemplateInstances: [policy('T')] });
  const obstacles = obstaclesOf(content);
  assert.equal(
    operationsOf(content.openapi).map((operation) => Array.from(obstacles(operation))),
    [
      [],
      [
        ['logic-apps', 'policy'],
        ['power-apps', 'trigger'],
      ],
    ],
  );
});

test('malformed properties are no obstacle and no crash', () => {
  for (const properties of [
    { policyTemplateInstances: 'x' },
    { policyTemplateInstances: [null, 3, {}] },
    { scriptOperations: 7 },
    { connectionParameterSets: [] },
  ]) {
    assert.equal(
      productsOf(contentOf(action('A'), properties as JsonObject)).map((one) => one.support),
      ['full', 'full', 'full'],
    );
  }
});

test.run();
