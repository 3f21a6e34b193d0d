import { globSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { FileTree } from '../../src/domain/file-tree.ts';
import { KNOWN_RULE_CODES, ruleRow } from '../../src/domain/rule-codes.ts';
import { FIXES } from '../../src/fix/fixes.ts';
import { diskTree } from '../../src/load/disk-tree.ts';
import { fixedLines } from '../../src/report/fixed-text.ts';
import { assertGolden } from '../golden.ts';
import { fixtureTree } from '../rules/load-fixture.ts';
import { lineDiff } from './line-diff.ts';
import { mendTree, profileFor } from './mended.ts';

const ROOT = 'test/fixtures/fix';
const GOLDEN = 'mended.txt';
const CASES = globSync(`${ROOT}/*/*/*`).sort();

const test = suite('fix/golden-cases');

for (const folder of CASES) {
  const name = folder.slice(ROOT.length + 1);
  test(name, () => {
    const code = name.split('/').slice(0, 2).join('/');
    const tree = caseTree(folder);
    const { mended, files } = mendTree(tree, profileFor(code), (one) => one.code === code);
    const diffs = files.flatMap(({ from, text }) => [
      '',
      `--- ${from}`,
      ...lineDiff(new TextDecoder().decode(tree.read(from)), text),
    ]);
    const lines = mended.length === 0 ? ['nothing'] : [...fixedLines(mended), ...diffs];
    assertGolden(join(folder, GOLDEN), `${lines.join('\n')}\n`);
  });
}

function caseTree(folder: string): FileTree {
  const tree = diskTree(folder);
  return { ...tree, name: 'pets', entries: (path) => tree.entries(path)?.filter(({ name }) => name !== GOLDEN) };
}

test('the table of codes says of a code that it is mended when there is a fix, and only then', () => {
  assert.equal([...FIXES.keys()].sort(), KNOWN_RULE_CODES.filter((code) => ruleRow(code)?.fixable === true).sort());
});

test('each fix mends something that its rule finds in a fixture', () => {
  const idle = [...FIXES.keys()].filter((code) => {
    const folders = globSync([`${ROOT}/${code}/*`, `test/fixtures/rules/${code}/*`]);
    return !folders.some((folder) => mendsIn(folder, code));
  });
  // Where the schema lies is outside a connector's folder: test/fix/schema-header.test.ts. What is inert shows beside a base:
  // test/app/compare-findings.test.ts.
  assert.equal(idle, ['metadata/acknowledgement-inert', 'metadata/schema-header-missing']);
});

function mendsIn(folder: string, code: string): boolean {
  const tree = folder.startsWith(ROOT) ? caseTree(folder) : fixtureTree(folder);
  return mendTree(tree, profileFor(code), (one) => one.code === code).mended.length > 0;
}

test.run();
