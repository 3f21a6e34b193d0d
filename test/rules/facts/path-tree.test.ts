import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { operationsOf } from '../../../src/domain/operation.ts';
import { createPathTree } from '../../../src/rules/facts/path-tree.ts';
import { documentOf, operationOf } from '../connector-of.ts';

const widerThan = (path: string, others: readonly string[]): string | undefined => {
  const tree = createPathTree();
  const paths = Object.fromEntries([path, ...others].map((one) => [one, { get: operationOf(one) }]));
  for (const operation of operationsOf(documentOf({ paths }))) tree.add(operation);
  return tree.widerThan(path)?.path;
};

const test = suite('rules/facts/path-tree');

const cases: readonly (readonly [path: string, others: readonly string[], wider: string | undefined])[] = [
  ['/pets/new', ['/pets/{id}'], '/pets/{id}'],
  ['/pets/new', ['/pets/{id}/', '/cats/{id}'], '/pets/{id}/'],
  ['/pets/NEW', ['/Pets/{id}'], '/Pets/{id}'],
  ['/pets/{id}/new', ['/pets/old/{name}'], undefined],
  ['/pets/old/new', ['/pets/old/{name}', '/pets/{id}/new'], '/pets/old/{name}'],
  ['/pets/{id}', ['/pets/new'], undefined],
  ['/pets/{id}', ['/pets/{name}'], undefined],
  ['/pets/new', ['/pets/{id}/photo', '/pets', '/{kind}'], undefined],
  ['/pets/v-new', ['/pets/v-{id}'], undefined],
  ['/a/b/c', ['/{x}/b/d', '/a/{y}/d', '/{x}/{y}/{z}'], '/{x}/{y}/{z}'],
];

for (const [path, others, wider] of cases) {
  test(`${path} among ${others.join(' ')}`, () => assert.is(widerThan(path, others), wider));
}

test.run();
