import { globSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import { PROFILES } from '../../src/domain/registry-file.ts';
import { diskTree } from '../../src/load/disk-tree.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { FORMS, newFindings } from './new-findings.ts';
import { asNative, filesOf, type Files } from './reformatted-tree.ts';

const test = suite('reformatting');

/** Every file of the connectors below a path, as one tree. */
function filesBelow(root: string, path: string): Files {
  const tree = diskTree(root);
  return filesOf(tree, loadTree(tree, [path]));
}

const shown = ({ code, at, message }: Diagnostic): string => `${at.file}${at.pointer ?? ''} ${code}  ${message}`;

// A rule that fails here tells its finding at a place that depends on the order of keys: it wants an `identity` (src/domain/finding.ts).
for (const area of globSync('test/fixtures/rules/*').sort()) {
  for (const form of FORMS) {
    test(`${area}, ${form.name}: what is wrong is known again`, () => {
      const files = Object.fromEntries(
        Object.entries(filesBelow(area, '')).filter(([path]) => !path.endsWith('diagnostics.txt')),
      );
      for (const profile of PROFILES) assert.equal(newFindings(files, form, profile).fresh.map(shown), [], profile);
    });
  }
}

for (const form of FORMS) {
  test(`connectors/, ${form.name}: nothing new, in both layouts`, () => {
    const files = filesBelow('.', 'connectors');
    const native = asNative(loadTree(diskTree('.'), ['connectors']).connectors);
    for (const tree of [files, native]) assert.equal(newFindings(tree, form, 'strict').fresh.map(shown), []);
  });
}

test.run();
