import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { FileTree } from '../../src/domain/file-tree.ts';
import { diskTree } from '../../src/load/disk-tree.ts';
import { fixtureTree } from '../rules/load-fixture.ts';
import { findingsIn, memoryTree, mendTree } from './mended.ts';

const FIXTURES = globSync('test/fixtures/rules/*/*/*').sort();

/** A second time changes nothing, no finding is new, and no rule finds more than before. */
function assertLaws(tree: FileTree, about: string): void {
  const { mended, after } = mendTree(tree, 'strict');
  assert.equal(mendTree(after, 'strict').mended, [], `${about}: twice`);
  const before = findingsIn(tree, 'strict');
  const left = findingsIn(after, 'strict');
  const known = new Set(before.map(({ fingerprint }) => fingerprint));
  assert.equal(
    left.filter(({ fingerprint }) => !known.has(fingerprint)).map(({ code, message }) => `${code} ${message}`),
    [],
    `${about}: new findings`,
  );
  const count = (code: string, findings: typeof left) => findings.filter((one) => one.code === code).length;
  for (const { code } of left) assert.ok(count(code, left) <= count(code, before), `${about}: more of ${code}`);
  assert.ok(left.length <= before.length - new Set(mended.map((one) => JSON.stringify(one))).size, `${about}: mended`);
}

const test = suite('fix/laws');

test('no fixture of a rule gets worse, and a second time changes nothing', () => {
  assert.ok(FIXTURES.length > 300);
  for (const folder of FIXTURES) assertLaws(fixtureTree(folder), folder);
});

test('a file with more slips than are told at a time is mended whole', () => {
  const list = Array.from({ length: 130 }, (_, index) => `    ["${index}",], // ${index}\n`).join('');
  const files = {
    'apiProperties.json': `{"properties": {"iconBrandColor": "#0a7d55", "x": [\n${list.replace(/,( \/\/ 129\n)/, '$1')}]}}`,
  };
  const { mended, after } = mendTree(memoryTree(files), 'base');
  for (const code of ['file/json-comments', 'file/json-trailing-comma']) {
    const places = mended.filter((one) => one.code === code).map(({ more = 0 }) => 1 + more);
    assert.is(
      places.reduce((one, two) => one + two),
      130,
      code,
    );
  }
  const text = Buffer.from(after.read('apiProperties.json')).toString();
  assert.is(JSON.parse(text).properties.x.length, 130);
});

test('our own connectors need no mend', () => {
  for (const profile of ['certified', 'strict'] as const) {
    assert.equal(mendTree(diskTree('.'), profile, undefined, ['connectors']).mended, []);
  }
});

test('what is broken at random gets no worse either', () => {
  const texts = globSync('test/fixtures/fix/*/*/*/{openapi.yaml,apiDefinition.swagger.json}').map((file) => ({
    name: file.slice(file.lastIndexOf('/') + 1),
    text: readFileSync(file, 'utf8'),
  }));
  const broken = fc
    .record({ file: fc.constantFrom(...texts), at: fc.nat(2000), gone: fc.nat(6), put: fc.constantFrom(...PIECES) })
    .map(({ file: { name, text }, at, gone, put }) => {
      const from = at % (text.length + 1);
      return { ...OTHER_FILES[name], [name]: text.slice(0, from) + put + text.slice(from + gone) };
    });
  fc.assert(
    fc.property(broken, (files) => assertLaws(memoryTree(files), JSON.stringify(files))),
    { numRuns: 300 },
  );
});

const PIECES = [
  '',
  ',',
  '"',
  '\t',
  '\r\n',
  ' ',
  '{',
  ']',
  '// x\n',
  '# x\n',
  '&a ',
  '*a',
  '!!str ',
  '- ',
  ': ',
  '|',
  '0',
  '\uFEFF',
];
const OTHER_FILES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'openapi.yaml': { 'connector.yaml': 'iconBrandColor: "#0a7d55"\n' },
  'apiDefinition.swagger.json': {
    'apiProperties.json': '{"properties": {"iconBrandColor": "#0a7d55", "connectionParameters": {}}}',
  },
};

test.run();
