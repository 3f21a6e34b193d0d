import { Validator } from '@seriousme/openapi-schema-validator';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { diskTree } from '../../src/load/disk-tree.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { checkConnectors } from '../../src/rules/check.ts';
import { assertGolden } from '../golden.ts';

// A connector whose definition is OpenAPI 3.1 in two files, with everything that is said in another way in 2.0.

const FIXTURE = 'test/fixtures/convert/openapi-3-connector';

const test = suite('convert/openapi-3-connector');
const { connectors } = loadTree(diskTree(FIXTURE), ['']);

test('what is published is the golden document, and valid', async () => {
  const [connector] = connectors;
  const published = connector?.openapi?.value;
  assertGolden(`${FIXTURE}/published.json`, `${JSON.stringify(published, null, 2)}\n`);
  assert.equal((await new Validator().validate(structuredClone(published ?? {}))).errors, undefined);
});

test('conversion adds nothing that the base profile finds wrong', () => {
  const lines = checkConnectors(connectors, () => 'base').map(
    ({ severity, code, at, message }) =>
      `${severity} ${code} ${'file' in at ? `${at.file}${at.pointer ?? ''}` : ''}\n  ${message}\n`,
  );
  assertGolden(`${FIXTURE}/findings.txt`, lines.join(''));
  const others = lines.filter((line) => !line.includes(' document/conversion-loss '));
  assert.equal(
    others.filter((line) => !line.startsWith('info ')),
    [],
  );
});

test.run();
