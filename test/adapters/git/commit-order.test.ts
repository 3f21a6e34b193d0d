import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { commitOrder } from '../../../src/adapters/git/commit-order.ts';
import { Repository } from '../../actions/repository.ts';

const test = suite('adapters/git/commit-order');

test('a commit is older than those that have it in their history', () => {
  using repository = new Repository({ a: '1' });
  const first = repository.git('rev-parse', 'HEAD');
  const side = repository.branch('side', { b: '1' });
  const second = repository.commit({ a: '2' });
  const merge = repository.merge(side);
  const order = (one: string, other: string): string => commitOrder(repository.folder, one, other);
  assert.equal([order(first, merge), order(side, merge), order(merge, first)], ['older', 'older', 'newer']);
  assert.equal([order(side, second), order(second, side), order(merge, merge)], ['apart', 'apart', 'same']);
  assert.is(order(merge, 'f'.repeat(40)), 'unknown');
});

test('a shallow clone says only what it has', () => {
  using repository = new Repository({ a: '1' });
  const first = repository.git('rev-parse', 'HEAD');
  const second = repository.commit({ a: '2' });
  const third = repository.commit({ a: '3' });
  const shallow = repository.checkout(third, 2);
  assert.is(commitOrder(shallow, third, second), 'newer');
  assert.is(commitOrder(shallow, third, first), 'unknown');
  const old = repository.checkout(first, 1);
  assert.is(commitOrder(old, first, third), 'unknown');
  assert.is(commitOrder(repository.checkout(first, 0), first, third), 'older');
});

test.run();
