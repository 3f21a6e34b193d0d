import { globSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkTree, textsOf } from '../../src/app/check-tree.ts';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import { PROFILES, type Profile } from '../../src/domain/registry-file.ts';
import { ruleRow } from '../../src/domain/rule-codes.ts';
import { assertGolden } from '../golden.ts';
import { GOLDEN, fixtureTree } from './load-fixture.ts';
import { showDiagnostics } from './show-diagnostics.ts';

const ROOT = 'test/fixtures/rules';
const CASES = globSync(`${ROOT}/*/*/*`).sort();

const test = suite('rules/golden-cases');

for (const folder of CASES) {
  const name = folder.slice(ROOT.length + 1);
  test(name, () => {
    const code = name.split('/').slice(0, 2).join('/');
    const profile = profileFor(code);
    const { loaded, diagnostics } = checkTree(fixtureTree(folder), [''], { profile, today: '2027-01-31' });
    assertGolden(join(folder, GOLDEN), showDiagnostics(shown(diagnostics, code), textsOf(loaded)));
  });
}

test('there are fixtures', () => assert.ok(CASES.length > 200));

/** `base`, or for a code that it switches off the first profile that does not. */
function profileFor(code: string): Profile {
  return PROFILES.find((profile) => ruleRow(code)?.severity[profile] !== 'off') ?? 'base';
}

/** The case's own code, and every error of `base`: a case is clean but for its point, and new advice does not move the others. */
function shown(diagnostics: readonly Diagnostic[], code: string): readonly Diagnostic[] {
  return diagnostics.filter((one) => one.code === code || ruleRow(one.code)?.severity.base === 'error');
}

test.run();
