import { existsSync, globSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { rulesReadme } from '../../scripts/rules-readme.ts';
import { KNOWN_RULE_CODES, RULE_CODES, ruleRow, type KnownRuleCode } from '../../src/domain/rule-codes.ts';
import type { RuleRow } from '../../src/domain/rule-row.ts';
import * as all from '../../src/rules/all.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { assertGolden } from '../golden.ts';

const FIXTURES = 'test/fixtures/rules';
const RULES: readonly Rule[] = Object.values(all);
const row = (code: KnownRuleCode): RuleRow => RULE_CODES[code];
const checkedBy = (...by: RuleRow['by'][]) =>
  KNOWN_RULE_CODES.filter((code) => row(code).status === 'checked' && by.includes(row(code).by));

// What no folder in git can hold (a file of megabytes, a link, a difference between two commits), and the test that makes it.
const JUDGED_ELSEWHERE: Readonly<Record<string, string>> = {
  'file/not-readable': 'test/load/disk-tree.test.ts',
  'file/symbolic-link': 'test/load/disk-tree.test.ts',
  'file/case-collision': 'test/load/disk-tree.test.ts',
  'file/too-large': 'test/load/disk-tree.test.ts',
  'file/definition-too-large': 'test/load/hostile-files.test.ts',
  'file/definition-nearly-too-large': 'test/load/hostile-files.test.ts',
  'file/ruleset-not-valid': 'test/house-style/style-of-base.test.ts',
  'file/ruleset-not-allowed': 'test/house-style/style-of-base.test.ts',
  'file/ruleset-changed': 'test/house-style/style-of-base.test.ts',
  'file/house-style-not-finished': 'test/house-style/limits.test.ts',
  'file/one-connector-per-change': 'test/app/compare-findings.test.ts',
  'metadata/acknowledgement-inert': 'test/app/compare-findings.test.ts',
  'icon/too-large': 'test/rules/sizes.test.ts',
  'script/too-large': 'test/rules/sizes.test.ts',
};

const test = suite('rules/table');

test('a code is an area and a name that does not repeat it', () => {
  for (const code of KNOWN_RULE_CODES) {
    assert.match(code, /^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
    const [area = '', name = ''] = code.split('/');
    assert.not.ok(name.startsWith(`${area}-`), code);
  }
});

test('what is no code has no row, not even by inheritance', () => {
  for (const text of ['', 'constructor', '__proto__', 'file/nothing', 'toString']) assert.is(ruleRow(text), undefined);
  assert.is(ruleRow('operation/id-not-unique'), RULE_CODES['operation/id-not-unique']);
});

test('the rules of all.ts are those that the table says a rule checks', () => {
  const codes = RULES.map((rule) => rule.code).sort();
  assert.equal(codes, [...checkedBy('rule')].sort());
  assert.is(new Set(codes).size, codes.length);
});

test('each rule is in the file of its code, and there is no other file', () => {
  const files = globSync('src/rules/*/*.ts')
    .map((file) => file.slice('src/rules/'.length, -'.ts'.length))
    .filter((file) => !/^(facts|shared-checks)\//.test(file));
  assert.equal(files.sort(), RULES.map((rule): string => rule.code).sort());
  for (const rule of RULES) assert.ok(readFileSync(`src/rules/${rule.code}.ts`, 'utf8').includes(`'${rule.code}'`));
});

test('each checked code has a page, which begins with it and says what, why and from where', () => {
  const pages = globSync('docs/rules/*/*.md').map((file) => file.slice('docs/rules/'.length, -'.md'.length));
  assert.equal(pages.sort(), [...checkedBy('rule', 'structure', 'load', 'suppression', 'base')].sort());
  for (const code of pages) {
    const page = readFileSync(`docs/rules/${code}.md`, 'utf8');
    assert.ok(page.startsWith(`# ${code}\n\n`), code);
    for (const part of ['\n**Why.** ', '\nBefore:\n', '\nAfter:\n', '\n**Source.** ']) {
      assert.ok(page.includes(part), `${code} lacks ${part}`);
    }
  }
});

test('each rule has a fixture that it reports and one that it does not', () => {
  for (const code of checkedBy('rule', 'structure', 'load', 'suppression', 'base')) {
    const elsewhere = JUDGED_ELSEWHERE[code];
    const goldens = globSync(`${FIXTURES}/${code}/*/diagnostics.txt`).map((file) => readFileSync(file, 'utf8'));
    const reports = new Set(goldens.map((golden) => golden.includes(` ${code}  `)));
    if (elsewhere !== undefined) assert.match(readFileSync(elsewhere, 'utf8'), new RegExp(`${code}[' ]`), code);
    else assert.ok(reports.has(true), `${code} has no failing fixture`);
    assert.ok(elsewhere !== undefined || reports.has(false), `${code} has no passing fixture`);
  }
});

test('fixtures belong to codes', () => {
  for (const folder of globSync(`${FIXTURES}/*/*`)) {
    const code = folder.slice(FIXTURES.length + 1);
    assert.is(ruleRow(code)?.status, 'checked', code);
    assert.ok(existsSync(`${FIXTURES}/${code}/passing`), code);
  }
});

test('docs/rules/README.md is what scripts/rules-readme.ts writes', () => {
  assertGolden('docs/rules/README.md', rulesReadme());
});

test.run();
