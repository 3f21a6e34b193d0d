import { globSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkConnectors } from '../../src/rules/check.ts';
import { assertGolden } from '../golden.ts';
import { GOLDEN, loadFixture } from './load-fixture.ts';
import { showDiagnostics } from './show-diagnostics.ts';

const ROOT = 'test/fixtures/rules';
const CASES = globSync(`${ROOT}/*/*/*`).sort();

const test = suite('rules/golden-cases');

for (const folder of CASES) {
  test(folder.slice(ROOT.length + 1), () => {
    const connector = loadFixture(folder);
    const diagnostics = checkConnectors([connector], () => 'base');
    assertGolden(join(folder, GOLDEN), showDiagnostics(diagnostics, connector.texts));
  });
}

test('there are fixtures', () => assert.ok(CASES.length > 200));

test.run();
