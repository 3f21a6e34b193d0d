import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isObject, type JsonObject } from '../../src/domain/json.ts';
import * as all from '../../src/rules/all.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { createRunner } from '../../src/rules/run-rules.ts';
import { subjectOf } from '../../src/rules/subject.ts';
import { brokenValue } from '../fuzz/broken-values.ts';
import { seedsIn } from '../fuzz/seeds.ts';
import { connectorOf } from './connector-of.ts';

const RULES: readonly Rule[] = Object.values(all);
const waiting = createRunner(RULES);
const always = createRunner(RULES.map(({ schemaKeys: _schemaKeys, ...rule }) => rule));

const found = (run: typeof waiting, document: JsonObject): string[] =>
  run(subjectOf(connectorOf(document)))
    .map(({ finding }) => JSON.stringify(finding))
    .sort();

const SEEDS = fc.constantFrom(...seedsIn('connectors')).map((read) => read().openapi);

const test = suite('rules/schema-keys');

test('a rule that waits for a key of a schema says what it would say if it saw all', () => {
  fc.assert(
    fc.property(SEEDS.chain(brokenValue), (document) => {
      const value = isObject(document) ? document : {};
      assert.equal(found(waiting, value), found(always, value));
    }),
    { numRuns: 300 },
  );
});

test.run();
