import { globSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { judge } from '../../src/app/judge.ts';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import { EMPTY_REGISTRY_FILE, PROFILES, type Profile } from '../../src/domain/registry-file.ts';
import { ruleRow } from '../../src/domain/rule-codes.ts';
import { compareDiagnostics } from '../../src/rules/order.ts';
import { assertGolden } from '../golden.ts';
import { GOLDEN, loadFixtureTree } from './load-fixture.ts';
import { showDiagnostics } from './show-diagnostics.ts';

const ROOT = 'test/fixtures/rules';
const CASES = globSync(`${ROOT}/*/*/*`).sort();

const test = suite('rules/golden-cases');

for (const folder of CASES) {
  const name = folder.slice(ROOT.length + 1);
  test(name, () => {
    const code = name.split('/').slice(0, 2).join('/');
    const profile = profileFor(code);
    const connectors = loadFixtureTree(folder);
    const texts = new Map(connectors.flatMap((connector) => [...connector.texts]));
    const judged = judge({ connectors, registry: EMPTY_REGISTRY_FILE }, { profile, today: '2027-01-31' });
    const diagnostics = [...judged.values()].flatMap((one) => one.diagnostics).sort(compareDiagnostics);
    assertGolden(join(folder, GOLDEN), showDiagnostics(shown(diagnostics, code), texts));
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
