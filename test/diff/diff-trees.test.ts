import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Change } from '../../src/domain/change.ts';
import { diffTrees } from '../../src/diff/diff-trees.ts';
import { connectorOf } from './connector-of.ts';

const test = suite('diff/diff-trees');

const titled = (id: string, title: string, formerNames: readonly string[] = []) =>
  connectorOf({ id, openapi: { info: { title } }, formerNames });

const told = (changes: readonly Change[]): string[] => changes.map(({ connector, kind }) => `${connector} ${kind}`);

test('connectors come and go', () => {
  const changes = diffTrees([titled('old', 'A'), titled('kept', 'B')], [titled('new', 'C'), titled('kept', 'B')]);
  assert.equal(told(changes), ['old connector-removed', 'new connector-added']);
  assert.equal(
    changes.map(({ part, removed, class: rank }) => [part, removed, rank]),
    [
      ['folder', true, 'breaking'],
      ['folder', false, 'safe'],
    ],
  );
});

test('a connector under another name, which it declares, is renamed and compared', () => {
  const changes = diffTrees([titled('old', 'A')], [titled('new', 'B', ['older', 'old'])]);
  assert.equal(told(changes), ['new connector-renamed', 'new title-changed']);
  assert.is(changes[0]?.message, 'Connector "old" is renamed to "new"');
});

test('a former name that is still in use is no rename', () => {
  const before = [titled('old', 'A')];
  assert.equal(told(diffTrees(before, [titled('old', 'A'), titled('new', 'B', ['old'])])), ['new connector-added']);
});

test('two connectors cannot both come from the same one', () => {
  const after = [titled('two', 'A', ['old']), titled('one', 'A', ['old'])];
  assert.equal(told(diffTrees([titled('old', 'A')], after)), ['one connector-renamed', 'two connector-added']);
});

test('a former name beside the name itself changes nothing', () => {
  assert.equal(diffTrees([titled('kept', 'A')], [titled('kept', 'A', ['kept', 'old'])]), []);
});

test('the order of the trees never matters', () => {
  const before = [titled('a', 'A'), titled('b', 'B'), titled('c', 'C')];
  const after = [titled('c', 'X'), titled('d', 'D', ['b']), titled('a', 'Y')];
  assert.equal(diffTrees(before.toReversed(), after.toReversed()), diffTrees(before, after));
});

test.run();
