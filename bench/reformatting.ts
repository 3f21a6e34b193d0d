// Reformats every document below a folder (order of keys, indentation, line ends, JSON to YAML) and counts what is then found anew.
// Usage: node bench/reformatting.ts FOLDER [PROFILE]      exits 1 unless the count is 0
import { PROFILES } from '../src/domain/registry-file.ts';
import { diskTree } from '../src/load/disk-tree.ts';
import { loadTree } from '../src/load/load-tree.ts';
import { FORMS, newFindings } from '../test/reformatting/new-findings.ts';
import { asNative, filesOf, type Files } from '../test/reformatting/reformatted-tree.ts';

const [folder = 'connectors', wanted = 'strict'] = process.argv.slice(2);
const profile = PROFILES.find((name) => name === wanted) ?? 'strict';
const tree = diskTree(folder);
const loaded = loadTree(tree, ['']);
const layouts: Readonly<Record<string, Files>> = {
  'as it is': filesOf(tree, loaded),
  'in our layout': asNative(loaded.connectors),
};

let total = 0;
for (const [layout, files] of Object.entries(layouts)) {
  for (const form of FORMS) {
    const { findings, fresh } = newFindings(files, form, profile);
    total += fresh.length;
    console.log(`${layout}, ${form.name}: ${findings} findings, ${fresh.length} new`);
    for (const { code, at, message } of fresh.slice(0, 20)) {
      console.log(`  ${at.file}${at.pointer ?? ''} ${code}  ${message}`);
    }
  }
}
console.log(`${loaded.connectors.length} connectors, profile ${profile}: ${total} new findings`);
process.exitCode = total === 0 ? 0 : 1;
