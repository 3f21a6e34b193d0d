// Runs every test file in one process, and fails when uvu would have passed in silence:
// it exits 0 when no file matches and when a file forgets `test.run()`.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';

const nightly = process.argv.includes('--nightly');
const pattern = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const suffix = nightly ? '\\.(test|nightly)\\.ts$' : '\\.test\\.ts$';

const files = globSync('test/**/*.test.ts');
if (files.length === 0) {
  console.error('No test file found below test/: are you at the root of the repository?');
  process.exit(1);
}

const run = spawnSync(
  process.execPath,
  ['node_modules/uvu/bin.js', 'test', pattern === undefined ? suffix : `(?:${pattern}).*${suffix}`, '-i', 'fixtures'],
  { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 28 },
);
process.stdout.write(run.stdout);

const total = Number(/^\s*Total:\s+(\d+)/m.exec(run.stdout)?.[1] ?? 0);
const passed = Number(/^\s*Passed:\s+(\d+)/m.exec(run.stdout)?.[1] ?? 0);
if (total === 0) console.error('No test ran.');
console.log(`${passed} passed, ${total - passed} failed`);
process.exit(run.status === 0 && total > 0 && total === passed ? 0 : 1);
