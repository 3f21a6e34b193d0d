import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseProposalEvent } from '../../src/adapters/github/event.ts';
import { checkPullRequest, tallyOf } from '../../src/app/pull-request-check.ts';
import { Repository, type Files } from '../actions/repository.ts';
import { connectorFiles, OPENAPI, registryFile, TOMORROW } from '../actions/sample-connector.ts';

const test = suite('app/merge-queue');

const MAIN: Files = {
  ...connectorFiles('weather', OPENAPI + TOMORROW),
  ...connectorFiles('stocks', OPENAPI.replace('title: Weather', 'title: Stocks')),
  'registry.yaml': registryFile('https://registry.example'),
};
const BREAKING: Files = { 'connectors/weather/openapi.yaml': OPENAPI };
const HARMLESS: Files = { 'connectors/stocks/README.md': '# Stocks\n' };

/** Merges branches one after the other, as a queue does, and judges the last group at so many commits of history. */
async function judgeLast(queue: readonly Files[], depth: number) {
  using repository = new Repository(MAIN);
  const heads = queue.map((files, index) => repository.branch(`topic-${index}`, files));
  let base = '';
  for (const head of heads) {
    base = repository.git('rev-parse', 'main');
    repository.merge(head);
  }
  const head = repository.git('rev-parse', 'main');
  const event = parseProposalEvent({ action: 'checks_requested', merge_group: { head_sha: head, base_sha: base } });
  const root = repository.checkout(head, depth);
  const { report, base: found } = await checkPullRequest({ root, event, today: '2030-01-01' });
  return { report, found, base, head };
}

for (const depth of [2, 0]) {
  test(`a group is compared with what it was merged into, ${depth === 0 ? 'with all' : 'with two commits'} of history`, async () => {
    const first = await judgeLast([BREAKING], depth);
    assert.equal(first.found, { kind: 'commit', commit: first.base });
    assert.is(first.report.head, first.head);
    assert.is(tallyOf(first.report).breaking, 1);
    const second = await judgeLast([BREAKING, HARMLESS], depth);
    assert.is(tallyOf(second.report).breaking, 0);
    assert.equal([...new Set(second.report.diff?.changes.map((change) => change.connector))], ['stocks']);
  });
}

test('a checkout of something else is not judged in its place', async () => {
  using repository = new Repository(MAIN);
  const sha = repository.git('rev-parse', 'HEAD');
  const head = repository.branch('topic', BREAKING);
  const event = parseProposalEvent({ merge_group: { head_sha: head, base_sha: sha } });
  const end = await checkPullRequest({ root: repository.checkout(sha), event, today: '2030-01-01' }).catch(
    (cause: unknown) => cause,
  );
  assert.match(end instanceof Error ? end.message : '', 'proposes');
});

test.run();
