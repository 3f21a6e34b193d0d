import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Change } from '../../src/domain/change.ts';
import type { Connector } from '../../src/domain/connector.ts';
import type { JsonObject } from '../../src/domain/json.ts';
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

const operations = (...ids: readonly string[]): JsonObject => ({
  paths: Object.fromEntries(ids.map((id) => [`/${id}`, { get: { operationId: id } }])),
});

const lying = (id: string, folder: string, ...ids: readonly string[]): Connector => ({
  ...connectorOf({ id, openapi: operations(...ids) }),
  folder,
});

test('a connector that lies in another folder moves', () => {
  const changes = diffTrees([lying('mail', 'a/mail', 'Get')], [lying('mail', 'b/mail', 'Get', 'List')]);
  assert.equal(told(changes), ['mail connector-moved', 'mail operation-added']);
  assert.is(changes[0]?.message, 'Connector "mail" moves from folder "a/mail" to "b/mail"');
});

test('two connectors of one name in two folders are two', () => {
  const before = [lying('mail', 'a/mail', 'Get'), lying('mail', 'b/mail', 'Find')];
  assert.equal(diffTrees(before, before.toReversed()), []);
  assert.equal(told(diffTrees(before, before.slice(1))), ['mail connector-removed']);
});

test('another name with the same content, or most of the operations, is probably a rename', () => {
  const before = [lying('old', 'old', 'A', 'B', 'C'), lying('gone', 'gone', 'X')];
  const same = diffTrees(before, [lying('new', 'new', 'A', 'B', 'C')]);
  assert.equal(told(same), ['gone connector-removed', 'new connector-renamed']);
  assert.is(same[1]?.probable, true);
  const alike = diffTrees(before, [lying('new', 'new', 'A', 'B', 'D'), lying('two', 'two', 'A', 'B', 'C', 'D')]);
  assert.equal(told(alike), [
    'gone connector-removed',
    'new connector-added',
    'two connector-renamed',
    'two operation-added',
  ]);
  assert.equal(told(diffTrees(before, [lying('new', 'new', 'A', 'Y', 'Z')])), [
    'gone connector-removed',
    'old connector-removed',
    'new connector-added',
  ]);
});

test('the order of the trees never matters', () => {
  const before = [titled('a', 'A'), titled('b', 'B'), titled('c', 'C')];
  const after = [titled('c', 'X'), titled('d', 'D', ['b']), titled('a', 'Y')];
  assert.equal(diffTrees(before.toReversed(), after.toReversed()), diffTrees(before, after));
});

test.run();
