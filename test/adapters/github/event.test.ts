import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseProposalEvent, parseWorkflowRunEvent } from '../../../src/adapters/github/event.ts';

const test = suite('adapters/github/event');

const SHA = '0123456789abcdef0123456789abcdef01234567';

const workflowRun = (change: Record<string, unknown> = {}) => ({
  workflow_run: {
    id: 42,
    event: 'pull_request',
    conclusion: 'success',
    head_sha: SHA,
    head_branch: 'topic',
    head_repository: { id: 7, owner: { login: 'fork' } },
    ...change,
  },
});

const BASE = SHA.replaceAll('0', 'f');

test('a pull request event gives the two ends', () => {
  const payload = { pull_request: { number: 3, head: { sha: SHA }, base: { sha: BASE } } };
  assert.equal(parseProposalEvent(payload), { headSha: SHA, baseSha: BASE });
});

test('so does the event of a merge queue', () => {
  const group = { head_sha: SHA, head_ref: 'refs/heads/gh-readonly-queue/main/pr-3-x', base_sha: BASE };
  assert.equal(parseProposalEvent({ action: 'checks_requested', merge_group: group }), { headSha: SHA, baseSha: BASE });
});

test('a hash that is not one is refused: it would become an argument of git', () => {
  const payload = { pull_request: { number: 3, head: { sha: '--upload-pack=touch' }, base: { sha: SHA } } };
  assert.throws(() => parseProposalEvent(payload), /not that of a pull_request or merge_group event/);
  const group = { merge_group: { head_sha: SHA, base_sha: '-x' } };
  assert.throws(() => parseProposalEvent(group), /not that of a pull_request or merge_group event/);
});

test('a workflow run event gives the head, whatever the branch is called', () => {
  assert.equal(parseWorkflowRunEvent(workflowRun({ head_branch: '$(id)' })), {
    run: 42,
    startedBy: 'pull_request',
    conclusion: 'success',
    headSha: SHA,
    headBranch: '$(id)',
    headOwner: 'fork',
    headRepositoryId: 7,
  });
});

test('an unknown conclusion is not success', () => {
  assert.is(parseWorkflowRunEvent(workflowRun({ conclusion: null })).conclusion, 'unknown');
});

test('a fork that is gone is told', () => {
  assert.throws(() => parseWorkflowRunEvent(workflowRun({ head_repository: null })), /is gone/);
});

test('another event, or no object, is refused', () => {
  for (const payload of [{}, null, [], 'x', { workflow_run: { id: '42' } }]) {
    assert.throws(() => parseWorkflowRunEvent(payload), /not that of a workflow_run event/);
    assert.throws(() => parseProposalEvent(payload), /not that of a pull_request or merge_group event/);
  }
});

test.run();
