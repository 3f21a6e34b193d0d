import { Validator } from '@seriousme/openapi-schema-validator';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { convertOpenApi3 } from '../../src/convert/openapi-3-to-2.ts';
import { valueAt } from '../../src/domain/pointer.ts';
import { bodies } from './planted/bodies.ts';
import { documents } from './planted/documents.ts';
import { jsonSchema } from './planted/json-schema.ts';
import { parameters } from './planted/parameters.ts';
import { schemas } from './planted/schemas.ts';
import { security } from './planted/security.ts';
import { servers } from './planted/servers.ts';
import { webhooks } from './planted/webhooks.ts';

// Every construct that OpenAPI 2.0 does not have, planted in a small document: its line in the report, and its form in the result.

const test = suite('convert/openapi-3-constructs');
const validator = new Validator();

for (const { name, source, lines, result } of [
  ...documents,
  ...servers,
  ...parameters,
  ...bodies,
  ...schemas,
  ...jsonSchema,
  ...security,
  ...webhooks,
]) {
  test(name, async () => {
    const { document, losses, refused } = convertOpenApi3(source);
    const report = [...refused, ...losses];
    const shown = JSON.stringify(report, null, 1);
    for (const [pointer, construct, words] of lines) {
      const found = report.find((line) => line.pointer === pointer && line.construct === construct);
      assert.ok(found, `no line for ${construct} at ${pointer} in ${shown}`);
      assert.ok(
        `${found.message}\n${found.hint ?? ''}`.includes(words),
        `${found.message} / ${found.hint} does not say: ${words}`,
      );
    }
    assert.is(report.length, lines.length, `further lines in ${shown}`);
    for (const [pointer, value] of result) assert.equal(valueAt(document, pointer), value, pointer);
    assert.equal((await validator.validate(structuredClone(document))).errors, undefined);
  });
}

test.run();
