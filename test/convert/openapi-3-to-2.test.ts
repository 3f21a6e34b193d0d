import { readdirSync, readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { convertOpenApi3, type Loss } from '../../src/convert/openapi-3-to-2.ts';
import { entriesOf, isObject, stringMember, type Json, type JsonObject } from '../../src/domain/json.ts';
import { pointerOfReference } from '../../src/domain/operation.ts';
import { child, valueAt, type Pointer } from '../../src/domain/pointer.ts';
import { assertGolden } from '../golden.ts';

const FIXTURES = 'test/fixtures/convert/openapi-3';

const test = suite('convert/openapi-3-to-2');

const parse = (file: string): JsonObject => load(readFileSync(file, 'utf8')) as JsonObject;

/** Every place of a document, with its value. */
function* placesOf(value: Json, pointer: Pointer = ''): Generator<[Pointer, Json]> {
  yield [pointer, value];
  const entries = Array.isArray(value) ? [...value.entries()] : entriesOf(value);
  for (const [key, inner] of entries) yield* placesOf(inner as Json, child(pointer, key));
}

const line = (kind: string, { pointer, construct, message, hint }: Loss): string =>
  `${kind} ${pointer} (${construct})\n  ${message}\n${hint === undefined ? '' : `  > ${hint}\n`}`;

for (const name of readdirSync(FIXTURES)) {
  const source = parse(`${FIXTURES}/${name}/source.yaml`);
  const { document, losses, refused, pointerOf } = convertOpenApi3(source);

  test(`${name}: document and report are the golden ones`, () => {
    assertGolden(`${FIXTURES}/${name}/converted.json`, `${JSON.stringify(document, null, 2)}\n`);
    const report = [...refused.map((loss) => line('refused', loss)), ...losses.map((loss) => line('loss', loss))];
    assertGolden(`${FIXTURES}/${name}/report.txt`, report.join(''));
  });

  test(`${name}: the source and the result are valid`, async () => {
    // The validator refuses references that lead out of the document or nowhere, as we do.
    if (refused.length === 0) assert.equal((await new Validator().validate(structuredClone(source))).errors, undefined);
    assert.equal((await new Validator().validate(structuredClone(document))).errors, undefined);
  });

  test(`${name}: every place of the result, and of the report, leads to a place of the source`, () => {
    for (const [pointer] of placesOf(document))
      assert.is.not(valueAt(source, pointerOf(pointer)), undefined, `${pointer} -> ${pointerOf(pointer)}`);
    for (const { pointer } of [...losses, ...refused]) assert.is.not(valueAt(source, pointer), undefined, pointer);
  });

  test(`${name}: every reference of the result leads somewhere`, () => {
    for (const [pointer, value] of placesOf(document)) {
      const reference = isObject(value) ? stringMember(value, '$ref') : undefined;
      if (reference === undefined) continue;
      assert.is.not(valueAt(document, pointerOfReference(reference) ?? '/'), undefined, `${pointer}: ${reference}`);
    }
  });

  test(`${name}: twice the same`, () => {
    assert.is(JSON.stringify(convertOpenApi3(source).document), JSON.stringify(document));
  });
}

test('only the case named for it is refused', () => {
  for (const name of readdirSync(FIXTURES)) {
    const { refused } = convertOpenApi3(parse(`${FIXTURES}/${name}/source.yaml`));
    assert.is(refused.length > 0, name === 'refused', name);
  }
});

test('a document of another version is refused', () => {
  for (const openapi of ['2.0', '3.2.0', '4', 3.1, null])
    assert.is(convertOpenApi3({ openapi, info: { title: 'a', version: '1' } }).refused[0]?.construct, 'openapi');
});

test("this project's own connectors convert without refusal, and are valid", async () => {
  for (const file of readdirSync('connectors', { recursive: true, encoding: 'utf8' })) {
    if (!/(^|\/)openapi\.(yaml|json)$/.test(file)) continue;
    const source = parse(`connectors/${file}`);
    if (source['openapi'] === undefined) continue;
    const { document, refused } = convertOpenApi3(source);
    assert.equal(refused, [], file);
    assert.equal((await new Validator().validate(structuredClone(document))).errors, undefined, file);
  }
});

test.run();
