import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Caller } from '../actions/operator.ts';
import { OPENAPI, TOMORROW } from '../actions/sample-connector.ts';
import { runCli } from '../cli/run-cli.ts';
import type { Judged } from './github-side.ts';
import { BRANCH, Life } from './life.ts';

// One life of one connector, in order: each test is a chapter and starts where the one before ended.
const test = suite('loop');

const DEFINITION = 'connectors/weather/openapi.yaml';
const MANIFEST = 'connectors/weather/connector.yaml';
const REMOVAL = 'remove-tomorrow';
const BROKEN = `${OPENAPI}${TOMORROW.replace('GetTomorrow', 'GetNow')}`;

let life: Life;
let mended: Judged;
let firstRelease: string;
let offered = '';
let manifest = '';
test.before(async () => {
  life = await Life.begin();
});
test.after(async () => life[Symbol.asyncDispose]());

test('a push to main is published by the identity of its workflow alone', async () => {
  const published = await life.side.publish();
  assert.is(published.code, 0, published.stdout);
  assert.is(published.outputs['changed'], 'true');
  assert.equal(await life.operations(), ['GetNow']);
  firstRelease = await life.release();
});

test('an error in a pull request is annotated on its line and told in one comment; nothing is planned', async () => {
  const { side, repository } = life;
  const judged = await side.judge(repository.branch(BRANCH, { [DEFINITION]: BROKEN }));
  assert.is(judged.code, 1);
  const error = judged.annotations.find((one) => one.command === 'error')!;
  assert.is(error.properties['file'], DEFINITION);
  assert.is(error.properties['line'], String(BROKEN.split('\n').lastIndexOf('      operationId: GetNow') + 1));

  const { plan, comment } = await side.planAndComment(judged);
  assert.equal([plan.code, plan.outputs['plan']], [0, undefined], plan.stdout);
  assert.is(comment.outputs['comment'], 'created', comment.stdout);
  assert.match(side.github.comments[0]!.body, /❌ \d error/);
  assert.match(side.github.comments[0]!.body, 'GetNow');
});

test('after a second push the same comment says what a merge would publish', async () => {
  const { side, repository } = life;
  mended = await side.judge(repository.branch(BRANCH, { [DEFINITION]: OPENAPI + TOMORROW }));
  assert.is(mended.code, 0, mended.stdout);
  const { plan, comment } = await side.planAndComment(mended);
  assert.is(plan.code, 0, plan.stdout);
  assert.is(plan.outputs['changes'], '1');
  assert.is(comment.outputs['comment'], 'updated', comment.stdout);
  assert.match(side.github.comments[0]!.body, '✅ No error; a merge publishes 1 change');
  assert.match(side.github.comments[0]!.body, 'GetTomorrow');
});

test('running it again repeats nothing', async () => {
  const { comment } = await life.side.planAndComment(mended);
  assert.is(comment.outputs['comment'], 'unchanged', comment.stdout);
  const edits = life.side.github.comments.map((one) => one.edits);
  assert.equal(edits, [1]);
});

test('a pull request publishes nothing, its merge does', async () => {
  const { side, repository } = life;
  assert.equal(await life.operations(), ['GetNow']);
  repository.merge(BRANCH);
  side.close();
  const published = await side.publish();
  assert.is(published.code, 0, published.stdout);
  const releases = JSON.parse(published.outputs['releases']!) as { readonly digest: string }[];
  assert.equal(
    releases.map((one) => one.digest),
    [await life.release()],
  );
  assert.equal(await life.operations(), ['GetNow', 'GetTomorrow']);
  assert.is((await side.publish()).outputs['changed'], 'false');
});

test('a maker of another tenant gets, byte for byte, the answer for a name that never was', async () => {
  const never = await life.maker.inScope('/connectors/never-was');
  assert.is(never.status, 404);
  for (const rest of ['', '/openapi.json', '/openapi.yaml', '/icon', '/operations/GetNow', '/revisions']) {
    assert.equal(await life.stranger.inScope(`/connectors/weather${rest}`), never, rest);
    assert.equal(await life.stranger.inScope(`/connectors/never-was${rest}`), never, rest);
  }
  const nobody = new Caller(life.registry.url, undefined);
  assert.equal(await nobody.inScope('/connectors/weather'), await nobody.inScope('/connectors/never-was'));
});

test('a rollback brings the old revision back, and the next sync holds it', async () => {
  const rollback = ['rollback', firstRelease, '--target', 'production', '--reason', 'Tomorrow is wrong'];
  const back = await runCli(life.repository.folder, rollback, { CONNECTORS_TOKEN: life.keeperToken });
  assert.is(back.code, 0, back.stderr);
  assert.match(back.stdout, 'held until they change: weather');
  assert.equal(await life.operations(), ['GetNow']);

  const release = await life.release();
  const synced = await life.side.publish();
  assert.is(synced.code, 0, synced.stdout);
  assert.is(synced.outputs['changed'], 'false');
  assert.match(synced.summary, /held/i);
  assert.equal(await life.operations(), ['GetNow']);
  assert.is(await life.release(), release);
});

test('a fix on main is another revision, which nothing holds', async () => {
  life.repository.commit({ [DEFINITION]: OPENAPI + TOMORROW.replace('will be tomorrow', 'will be, tomorrow') });
  const published = await life.side.publish();
  assert.is(published.outputs['changed'], 'true', published.stdout);
  assert.equal(await life.operations(), ['GetNow', 'GetTomorrow']);
});

test('a breaking change stops a pull request, which is told why and what would let it pass', async () => {
  const { side, repository } = life;
  const judged = await side.judge(repository.branch(REMOVAL, { [DEFINITION]: OPENAPI }));
  assert.is(judged.code, 1, judged.stdout);
  assert.is(judged.outputs['breaking'], '1');
  const { plan, comment } = await side.planAndComment(judged);
  assert.is(plan.code, 0, plan.stdout);
  assert.is(comment.outputs['comment'], 'updated', comment.stdout);
  const text = side.github.comments.at(-1)!.body;
  assert.match(text, '❌ 1 breaking change that nobody acknowledged');
  assert.match(text, 'operation-removed');
  assert.match(text, 'GetTomorrow');
  // What a merge would meet: the registry's own valve.
  assert.match(text, 'A breaking change is not acknowledged in');
  offered = /```yaml\n(acknowledgements:[^]*?)```/.exec(text)?.[1] ?? '';
  assert.match(offered, /base: sha256:[0-9a-f]{64}/);
});

test('merged all the same it is not published: the plan has a valve of its own', async () => {
  const release = await life.release();
  const { repository } = life;
  const main = repository.git('rev-parse', 'main');
  repository.commit({ [DEFINITION]: OPENAPI });
  const refused = await life.side.publish();
  repository.git('reset', '--quiet', '--hard', main);
  assert.is(refused.code, 5, refused.stdout);
  assert.match(refused.stdout, 'A breaking change is not acknowledged in connector.yaml');
  assert.is(await life.release(), release);
});

test('the entry that the comment offers lets exactly this change pass', async () => {
  const { side, repository } = life;
  const entry = offered.replace('why it is meant', 'Nobody asks for tomorrow').replace('who answers for it', 'skyteam');
  manifest = `${readFileSync(join(repository.folder, MANIFEST), 'utf8')}${entry}`;
  const judged = await side.judge(repository.branch(REMOVAL, { [DEFINITION]: OPENAPI, [MANIFEST]: manifest }));
  assert.is(judged.code, 0, judged.stdout);
  const { plan, comment } = await side.planAndComment(judged);
  assert.is(plan.code, 0, plan.stdout);
  assert.is(comment.outputs['comment'], 'updated', comment.stdout);
  assert.match(side.github.comments.at(-1)!.body, '✅ No error; a merge publishes 1 change');
  assert.match(side.github.comments.at(-1)!.body, 'acknowledged');
});

test('one more breaking change, and it stops again', async () => {
  const { side, repository } = life;
  const more = OPENAPI.replace('degrees: {type: number', 'degrees: {type: string');
  const judged = await side.judge(repository.branch(REMOVAL, { [DEFINITION]: more, [MANIFEST]: manifest }));
  assert.is(judged.code, 1, judged.stdout);
  assert.is(judged.outputs['breaking'], '1');
  await side.planAndComment(judged);
  const text = side.github.comments.at(-1)!.body;
  assert.match(text, '❌ 1 breaking change that nobody acknowledged');
  assert.match(text, 'output-field-type-changed');
  assert.match(text, 'A breaking change is not acknowledged in');
});

test('what is acknowledged is published, and the entry is inert from then on', async () => {
  const { side, repository } = life;
  repository.commit({ [DEFINITION]: OPENAPI, [MANIFEST]: manifest });
  side.close();
  const published = await side.publish();
  assert.is(published.outputs['changed'], 'true', published.stdout);
  assert.equal(await life.operations(), ['GetNow']);

  const changed = OPENAPI.replace('as it is now', 'as it is');
  await side.planAndComment(await side.judge(repository.branch('words', { [DEFINITION]: changed })));
  assert.match(side.github.comments.at(-1)!.body, /The acknowledgement of .*skyteam.* is inert/);
});

test('GitHub has seen only what it documents, and no token was for more than one release', async () => {
  const { github, issuer, runner } = life.side;
  assert.equal(github.violations, []);
  assert.ok(github.requests.length > 15, String(github.requests.length));
  const publishing = issuer.audiences.filter((audience) => !audience.endsWith('?read'));
  assert.is(publishing.length, 4);
  assert.ok(publishing.every((audience) => /\?release=sha256:[0-9a-f]{64}$/.test(audience)));
  assert.is(new Set(publishing).size, 4);
  for (const folder of [process.cwd(), runner.folder, life.repository.folder]) {
    assert.not.ok(existsSync(join(folder, 'pwned')));
  }
  assert.is(await life.registry.stop(), 0);
});

test.run();
