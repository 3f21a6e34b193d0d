import { strToU8, zipSync } from 'fflate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Failure } from '../../src/domain/failure.ts';
import type { Failing } from '../actions/fake-answers.ts';
import { JUDGED_RUN, Scene } from '../actions/scene.ts';
import { diagnostic, report } from '../report/comment-samples.ts';

const test = suite('app/pull-request-comment');

async function failureOf(promise: Promise<unknown>): Promise<Failure | undefined> {
  try {
    await promise;
    return undefined;
  } catch (cause) {
    assert.instance(cause, Failure);
    return cause as Failure;
  }
}

const clean = report();
const HOSTILE: readonly (readonly [string, unknown])[] = [
  ['an unknown key', { ...clean, extra: 1 }],
  ['another version', { ...clean, version: 2 }],
  ['another commit', { ...clean, head: 'f'.repeat(40) }],
  ['a number as text', { ...clean, validate: { ...clean.validate, connectors: '2' } }],
  ['a negative count', { ...clean, validate: { ...clean.validate, counts: { error: -5, warning: 0, info: 0 } } }],
  ['a digest that is none', { ...clean, rules: 'sha256:../../x' }],
  ['a file of 2,001 findings', report(Array.from({ length: 2001 }, () => diagnostic()))],
  ['a message of 5,000 characters', report([diagnostic({ message: 'x'.repeat(5000) })])],
  ['a code that is none', report([diagnostic({ code: '@octocat' })])],
  ['a list', []],
  ['nothing', null],
];
for (const [name, content] of HOSTILE) {
  test(`a report with ${name} is not believed`, async () => {
    await using scene = await Scene.open();
    scene.leaveAll(content);
    await scene.commentInProcess();
    assert.match(scene.github.comments[0]!.body, '❌ The check did not finish');
  });
}

test('a key that would change a prototype is not believed', async () => {
  await using scene = await Scene.open();
  const text = JSON.stringify(clean).replace('"declared":[', '"declared":[{"__proto__":{"x":1}},');
  scene.github.addArtifact(JUDGED_RUN, 'connectors-report', zipSync({ 'report.json': strToU8(text) }));
  await scene.commentInProcess();
  assert.match(scene.github.comments[0]!.body, '❌ The check did not finish');
});

const ARCHIVES: readonly (readonly [string, Uint8Array])[] = [
  ['climbs out of the folder', zipSync({ '../report.json': strToU8(JSON.stringify(clean)) })],
  ['holds a second file', zipSync({ 'report.json': strToU8(JSON.stringify(clean)), 'x.sh': strToU8('id') })],
  ['is a link', zipSync({ 'report.json': [strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] })],
  ['unpacks to 30 MB', zipSync({ 'report.json': new Uint8Array(30_000_000) })],
  ['is no archive', strToU8('hello')],
  ['is nested deeply', zipSync({ 'report.json': strToU8('['.repeat(1_000_000)) })],
  ['is 4 MB large', new Uint8Array(4_000_000)],
];
for (const [name, archive] of ARCHIVES) {
  test(`an artifact that ${name} is not believed`, async () => {
    await using scene = await Scene.open();
    scene.github.addArtifact(JUDGED_RUN, 'connectors-report', archive);
    await scene.commentInProcess();
    assert.match(scene.github.comments[0]!.body, '❌ The check did not finish');
  });
}

const OPERATIONS = [
  'pulls/list',
  'actions/list-workflow-run-artifacts',
  'actions/download-artifact',
  'blob',
  'issues/list-comments',
  'issues/create-comment',
];
const MODES: readonly Failing[] = [
  403,
  404,
  410,
  422,
  429,
  500,
  502,
  503,
  'rate-limit',
  'hang',
  'reset',
  'cut',
  'html',
];
for (const operation of OPERATIONS) {
  test(`whatever ${operation} answers, no comment says that all is well when it is not known`, async () => {
    for (const how of MODES) {
      await using scene = await Scene.open();
      scene.leaveAll();
      scene.github.fail(operation, how);
      const failed = await failureOf(scene.commentInProcess());
      const body = scene.github.comments[0]?.body ?? '';
      assert.not.match(body, '✅', `${operation} ${how}`);
      assert.ok(failed !== undefined || /❌|⚠️/.test(body), `${operation} ${how}: ${body}`);
    }
  });
}

test.run();
