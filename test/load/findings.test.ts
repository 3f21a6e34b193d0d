import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { diskTree } from '../../src/load/disk-tree.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { assertGolden } from '../golden.ts';
import { showFindings } from './show-findings.ts';

const test = suite('load/findings');

const CASES = 'test/fixtures/load';

for (const name of readdirSync(CASES).sort()) {
  test(`what is wrong is said with its place: ${name}`, () => {
    const folder = join(CASES, name);
    const loaded = loadTree(diskTree(join(folder, 'tree')), ['']);
    assertGolden(join(folder, 'findings.txt'), showFindings(loaded));
  });
}

test('there is a connector for every folder, whatever is broken', () => {
  const count = (name: string): number => loadTree(diskTree(join(CASES, name, 'tree')), ['']).connectors.length;
  const folders = (name: string): number => readdirSync(join(CASES, name, 'tree', 'connectors')).length;
  for (const name of ['broken-json', 'broken-yaml']) assert.is(count(name), folders(name), name);
});

test.run();
