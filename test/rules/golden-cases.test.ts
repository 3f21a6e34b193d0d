import { globSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import { PROFILES, type Profile } from '../../src/domain/registry-file.ts';
import { ruleRow } from '../../src/domain/rule-codes.ts';
import { checkConnectors } from '../../src/rules/check.ts';
import { assertGolden } from '../golden.ts';
import { GOLDEN, loadFixture } from './load-fixture.ts';
import { showDiagnostics } from './show-diagnostics.ts';

const ROOT = 'test/fixtures/rules';
const CASES = globSync(`${ROOT}/*/*/*`).sort();

const test = suite('rules/golden-cases');

for (const folder of CASES) {
  const name = folder.slice(ROOT.length + 1);
  test(name, () => {
    const code = name.split('/').slice(0, 2).join('/');
    const connector = loadFixture(folder);
    const diagnostics = checkConnectors([connector], () => profileFor(code)).filter(isShown(code));
    assertGolden(join(folder, GOLDEN), showDiagnostics(diagnostics, connector.texts));
  });
}

test('there are fixtures', () => assert.ok(CASES.length > 200));

/** The first profile that judges the code: a rule that only the strict one asks for says nothing in `base`. */
function profileFor(code: string): Profile {
  return PROFILES.find((profile) => ruleRow(code)?.severity[profile] !== 'off') ?? 'base';
}

/** The fixture's own code, and whatever keeps it from being registered: advice of other rules would drown it. */
function isShown(code: string): (diagnostic: Diagnostic) => boolean {
  return (diagnostic) => diagnostic.code === code || ruleRow(diagnostic.code)?.severity.base === 'error';
}

test.run();
