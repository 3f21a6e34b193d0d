import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixPaths } from '../../src/app/fix-paths.ts';
import { digestOf, revisionContentOf } from '../../src/digest/revision-digest.ts';
import { diskTree } from '../../src/load/disk-tree.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { sampleTree } from '../cli/run-cli.ts';

const test = suite('app/drop-inert');

const FILE = 'connectors/sunrise/connector.yaml';
const OTHER = `sha256:${'0'.repeat(64)}`;
const IDENTITY = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];

const entry = (base: string, owner: string): string =>
  `  - base: ${base} # by ${owner}\n    fingerprints: ["0123456789abcdef"]\n    reason: r\n    owner: ${owner}\n`;

/** What `validate --fix --base HEAD` leaves of connector.yaml when these lines are added to it; the digest of the base stands for `BASE`. */
async function fixed(added: string): Promise<{ readonly text: string; readonly told: readonly string[] }> {
  const { path, remove } = sampleTree();
  try {
    const git = (...args: string[]): unknown => execFileSync('git', [...IDENTITY, ...args], { cwd: path });
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '-m', 'x');
    const [connector] = loadTree(diskTree(path), ['']).connectors;
    const base = digestOf(revisionContentOf(connector!)!);
    const authored = readFileSync(join(path, FILE), 'utf8');
    writeFileSync(join(path, FILE), authored + added.replaceAll('BASE', base));
    const { report } = await fixPaths(path, [], { base: 'HEAD', today: '2027-01-01' });
    const text = readFileSync(join(path, FILE), 'utf8').slice(authored.length).replaceAll(base, 'BASE');
    return { text, told: (report.fixed ?? []).map(({ code, start, before }) => `${code} ${start.line > 1} ${before}`) };
  } finally {
    remove();
  }
}

const TOLD = 'metadata/acknowledgement-inert true an acknowledgement for another base';

test('what is inert goes, what counts stays', async () => {
  const lines = (...entries: readonly string[]): string => `acknowledgements:\n${entries.join('')}`;
  const mixed = lines(entry(OTHER, 'one'), entry('BASE', 'two'), entry(OTHER, 'three'));
  assert.equal(await fixed(mixed), { text: lines(entry('BASE', 'two')), told: [TOLD, TOLD] });
  assert.equal(await fixed(lines(entry('BASE', 'two'))), { text: lines(entry('BASE', 'two')), told: [] });
});

test('with the last one the list goes', async () => {
  const all = `acknowledgements:\n${entry(OTHER, 'one')}${entry(OTHER, 'two')}labels: [a]\n`;
  assert.equal(await fixed(all), { text: 'labels: [a]\n', told: [TOLD, TOLD] });
});

test.run();
