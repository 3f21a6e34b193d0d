import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

// Imports point inward. A folder may import itself, and the folders named here, and nothing else.
const CORE = [
  'domain',
  'schema',
  'convert',
  'load',
  'places',
  'digest',
  'rules',
  'fix',
  'diff',
  'plan',
  'report',
  'house-style',
  'way-out',
];
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  schema: ['domain'],
  places: ['domain'],
  convert: ['domain'],
  load: ['domain', 'schema', 'places', 'convert'],
  digest: ['domain'],
  rules: ['domain', 'schema'],
  // A mend knows its rule's words, and reads the author's text as the loader does.
  fix: ['domain', 'places', 'load', 'rules'],
  diff: ['domain'],
  'house-style': ['domain'],
  // It reads what breaks, and writes into the author's text.
  'way-out': ['domain', 'places', 'load', 'fix', 'diff', 'convert'],
  plan: ['domain', 'diff'],
  report: ['domain', 'places', 'diff', 'plan'],
  'adapters/git': ['domain'],
  'adapters/github': ['domain'],
  'adapters/registry': ['domain', 'schema'],
  'adapters/store': ['domain'],
  'adapters/web': ['domain'],
  app: [...CORE, 'adapters/git', 'adapters/github', 'adapters/registry', 'adapters/store', 'adapters/web'],
  server: [...CORE, 'adapters/store', 'app'],
  cli: [...CORE, 'adapters/git', 'adapters/github', 'adapters/registry', 'adapters/store', 'app', 'server'],
};

const folderOf = (file: string): string => {
  const [, first = '', second = ''] = file.split('/');
  return first === 'adapters' ? `adapters/${second}` : first;
};

/** The imports of one file that point where they may not, as `folder -> folder`. */
function badImports(file: string, source: string): string[] {
  const from = folderOf(file);
  const allowed = ALLOWED[from];
  if (allowed === undefined) return [`${from} is not in the table`];
  return [...source.matchAll(/(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g)]
    .map((match) => normalize(join(dirname(file), match[1]!)))
    .filter((target) => target.startsWith('src/'))
    .map(folderOf)
    .filter((to) => to !== from && !allowed.includes(to))
    .map((to) => `${file}: ${from} -> ${to}`);
}

const test = suite('architecture/imports');

test('every import in src points inward', () => {
  const files = globSync('src/**/*.ts');
  assert.ok(files.length > 20);
  assert.equal(
    files.flatMap((file) => badImports(file, readFileSync(file, 'utf8'))),
    [],
  );
});

test('a bad import, and a folder that nobody listed, are found', () => {
  assert.equal(badImports('src/domain/a.ts', "import { b } from '../load/b.ts';"), ['src/domain/a.ts: domain -> load']);
  assert.equal(badImports('src/rules/a.ts', "const b = await import('../diff/b.ts');"), [
    'src/rules/a.ts: rules -> diff',
  ]);
  assert.equal(badImports('src/utils/a.ts', ''), ['utils is not in the table']);
});

test('nothing in src imports an entry point, and the domain imports nothing from Node', () => {
  for (const file of globSync('src/**/*.ts')) {
    const source = readFileSync(file, 'utf8');
    assert.not.match(source, /from '(\.\.\/)+(actions|scripts)\//, file);
    if (file.startsWith('src/domain/')) assert.not.match(source, /from 'node:/, file);
  }
});

test.run();
