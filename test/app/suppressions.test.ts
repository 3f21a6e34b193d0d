import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkTree, reportOf } from '../../src/app/check-tree.ts';
import type { ValidateReport } from '../../src/report/validate-report.ts';
import { memoryTree } from '../load/memory-tree.ts';

const test = suite('app/suppressions');

const OPENAPI = JSON.stringify({
  swagger: '2.0',
  info: { title: 'Pets', description: 'Lists pets', version: '1.0' },
  host: 'api.example.com',
  paths: {
    '/pets': { get: { operationId: 'ListPets', tags: ['a', 'a'], responses: { 200: { description: 'Done' } } } },
  },
  tags: [{ name: 'pets' }, { name: 'pets' }],
});
const PROPERTIES = '{"properties": {"iconBrandColor": "#0a7d55", "connectionParameters": {}}}';

function entry(more: string): string {
  return `suppressions:\n  - {folder: custom/Pets, rule: document/tag-redefined, reason: r, owner: o, ${more}}\n`;
}

/** A connector in Microsoft's layout, with a registry.yaml. */
function check(registry: string, today = '2027-01-31'): ValidateReport {
  const files = {
    'registry.yaml': `version: 1\n${registry}`,
    'custom/Pets/apiDefinition.swagger.json': OPENAPI,
    'custom/Pets/apiProperties.json': PROPERTIES,
  };
  return reportOf(checkTree(memoryTree(files), [''], { today, profile: 'base' }));
}

const codes = ({ diagnostics }: ValidateReport): string[] =>
  diagnostics
    .filter(({ code }) => /tag-redefined|suppression|registry/.test(code))
    .map(({ file, start, code }) => `${file}:${start.line}:${start.column} ${code}`);

test("a connector in Microsoft's layout has its suppressions in registry.yaml", () => {
  const report = check(entry('expires: "2027-01-31"'));
  assert.equal(codes(report), []);
  const [suppressed] = report.suppressed!;
  assert.equal(suppressed?.suppression, { reason: 'r', owner: 'o', expires: '2027-01-31' });
  assert.is(suppressed?.code, 'document/tag-redefined');
});

test('what is wrong with one is told there', () => {
  assert.equal(codes(check(entry('expires: "2027-01-30"'))).toSorted(), [
    'custom/Pets/apiDefinition.swagger.json:1:255 document/tag-redefined',
    'registry.yaml:3:87 metadata/suppression-expired',
  ]);
  assert.ok(
    codes(check(entry('place: GetPets, expires: "2027-02-01"'))).includes(
      'registry.yaml:3:85 metadata/suppression-unused',
    ),
  );
});

test('a folder that is not there is told', () => {
  assert.ok(
    codes(check(entry('expires: "2027-02-01"').replace('Pets', 'Pet'))).includes(
      'registry.yaml:3:5 file/registry-not-valid',
    ),
  );
});

test('a place covers what is below it, a pointer or an operation, and nothing beside it', () => {
  const covered = (place: string): boolean =>
    (check(entry(`place: "${place}", expires: "2027-02-01"`)).suppressed ?? []).length > 0;
  assert.equal(['/tags', '/tags/1', '', '/ta', '/tags/0', 'ListPets'].map(covered), [
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('without a date that can be compared an entry suppresses nothing', () => {
  assert.is(check(entry('expires: "2027-1-1"')).suppressed, undefined);
});

test.run();
