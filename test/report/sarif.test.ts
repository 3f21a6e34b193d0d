import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { renderSarif, type SarifResult } from '../../src/report/sarif.ts';

const test = suite('report/sarif');

// The standard's own schema (OASIS SARIF 2.1.0, as @microsoft/sarif-multitool 5.7.0 ships it) without its descriptions.
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
const isSarif = ajv.compile(JSON.parse(readFileSync('test/fixtures/sarif/sarif-2.1.0.schema.json', 'utf8')));

interface Log {
  readonly runs: readonly [
    {
      readonly results: readonly Record<string, unknown>[];
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    },
  ];
}

function logOf(results: readonly SarifResult[]): Log {
  const log: unknown = JSON.parse(
    renderSarif(results, () => ({ link: 'https://docs.example/x.md', markdown: '# x\n\nSo.' })),
  );
  assert.ok(isSarif(log), JSON.stringify(isSarif.errors?.slice(0, 3)));
  return log as Log;
}

const result: SarifResult = {
  rule: 'operation/id-not-unique',
  severity: 'error',
  message: 'Operation id "a" is used twice',
  file: 'connectors/mail box/openapi.yaml',
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 8,
  pointer: '/paths/~1a/get/operationId',
  fingerprint: '0123456789abcdef',
};

for (const file of ['validate.sarif', 'diff.sarif', 'plan.sarif']) {
  test(`${file} is SARIF 2.1.0`, () => {
    assert.ok(
      isSarif(JSON.parse(readFileSync(`test/fixtures/report/${file}`, 'utf8'))),
      JSON.stringify(isSarif.errors),
    );
  });
}

test('the schema of this test refuses what the standard refuses', () => {
  const log = JSON.parse(renderSarif([result], () => ({ link: 'https://docs.example/x.md' })));
  assert.ok(isSarif(structuredClone(log)));
  const run = log.runs[0];
  for (const broken of [
    { ...log, version: '2.0.0' },
    { ...log, runs: [{ ...run, results: [{ ...run.results[0], level: 'info' }] }] },
    { ...log, runs: [{ ...run, results: [{ ...run.results[0], message: undefined }] }] },
    { ...log, runs: [{ ...run, results: [{ ...run.results[0], severity: 'error' }] }] },
    { ...log, runs: [{ ...run, tool: {} }] },
  ]) {
    assert.not.ok(isSarif(JSON.parse(JSON.stringify(broken))));
  }
});

test('a path is a relative URI, and a rule is named by its index', () => {
  const [{ results, tool }] = logOf([result, { ...result, rule: 'auth/x' }]).runs;
  assert.match(JSON.stringify(results[0]), '"uri":"connectors/mail%20box/openapi.yaml","uriBaseId":"%SRCROOT%"');
  for (const one of results) assert.is(tool.driver.rules[one['ruleIndex'] as number]!.id, one['ruleId']);
});

test('all results or none say how they compare with a base, and whether they are suppressed', () => {
  const plain = logOf([result]).runs[0].results[0]!;
  assert.not.ok('baselineState' in plain || 'suppressions' in plain);
  const mixed = logOf([
    { ...result, baseline: 'new' },
    { ...result, suppressed: 'It goes' },
  ]).runs[0].results;
  assert.equal(
    mixed.map((one) => [one['baselineState'], one['suppressions']]),
    [
      ['new', []],
      ['unchanged', [{ kind: 'external', status: 'accepted', justification: 'It goes' }]],
    ],
  );
});

test('a message holds no link that a file made', () => {
  const [one] = logOf([{ ...result, message: 'Title is "[click](https://evil.example)"' }]).runs[0].results;
  assert.match(JSON.stringify(one), '\\\\[click\\\\](https');
});

test('whatever a file is called and says, the log is SARIF', () => {
  const text = fc.string({ unit: 'binary' });
  const number = fc.integer({ min: 1, max: 1e6 });
  const place = { file: text, line: number, column: number };
  const related = fc.array(fc.record({ ...place, message: text }), { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.record({ ...place, message: text, pointer: text, related }), { maxLength: 5 }), (some) => {
      logOf(some.map((one) => ({ ...result, ...one })));
    }),
  );
});

test.run();
