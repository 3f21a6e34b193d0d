import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { JsonObject } from '../../../src/domain/json.ts';
import { parseCatalogQuery } from '../../../src/server/catalog/catalog-query.ts';
import { catalogPage } from '../../../src/server/catalog/catalog-view.ts';
import type { CatalogPage, ConnectorCard } from '../../../src/server/catalog/view-model.ts';
import { CALLER, cardOf, contentOf, RELEASE } from './sample.ts';

const test = suite('server/catalog/catalog-view');

const about = (title: string, categories = '', description = ''): JsonObject => ({
  info: { title, description },
  'x-ms-connector-metadata': [{ propertyName: 'categories', propertyValue: categories }],
});
const trigger = { '/t': { get: { operationId: 'T', 'x-ms-trigger': 'batch', responses: {} } } };
const CARDS: readonly ConnectorCard[] = [
  cardOf('zebra', contentOf(about('zebra', 'Data', 'Counts stripes'))),
  cardOf('cafe', contentOf(about('Café', 'data; Social Media'), { publisher: 'Ünal' })),
  cardOf('hooks', contentOf({ ...about('Hooks', 'AI'), paths: trigger })),
  cardOf('untitled', contentOf({ info: {} })),
];

function pageFor(query: unknown, cards: readonly ConnectorCard[] = CARDS): CatalogPage {
  return catalogPage({ caller: CALLER, releases: [RELEASE], cards, query: parseCatalogQuery(query) });
}
const namesFor = (query: unknown): string =>
  pageFor(query)
    .cards.map((card) => card.name)
    .join(' ');

const searches: readonly (readonly [string, unknown, string])[] = [
  ['no query shows all, sorted by title, a name standing in for a missing one', {}, 'cafe hooks untitled zebra'],
  ['case and accents do not matter', { q: 'CAFE' }, 'cafe'],
  ['an accent in the search does not matter either', { q: 'zébra' }, 'zebra'],
  ['every word must be somewhere', { q: 'stripes zebra' }, 'zebra'],
  ['a word that is nowhere finds nothing', { q: 'zebra nowhere' }, ''],
  ['the publisher and the categories count', { q: 'unal social' }, 'cafe'],
  ['a pattern is only text', { q: '.*' }, ''],
  ['a product leaves what works there', { product: 'power-apps' }, 'cafe untitled zebra'],
  ['an unknown product is no filter', { product: 'excel' }, 'cafe hooks untitled zebra'],
  ['a category in any case', { category: 'DATA' }, 'cafe zebra'],
  ['filters add up', { category: 'Data', product: 'power-apps', q: 'z' }, 'zebra'],
];
for (const [name, query, want] of searches) test(name, () => assert.is(namesFor(query), want));

test('each choice says what it would leave, given the other filters', () => {
  const page = pageFor({ category: 'ai', product: 'power-apps' });
  assert.equal(
    page.products.map(({ value, count }) => `${value} ${count}`),
    ['logic-apps 1', 'power-automate 1', 'power-apps 0'],
  );
  assert.equal(
    page.categories.shown.map(({ value, count }) => `${value} ${count}`),
    ['data 2', 'Social Media 1'],
  );
  assert.is(page.total, 4);
  assert.is(page.matching, 0);
});

test('a long catalog has pages, and a page after the last is the last', () => {
  const many = Array.from({ length: 100 }, (_, index) =>
    cardOf(`c-${index}`, contentOf(about(`C ${String(index).padStart(3, '0')}`))),
  );
  assert.is(pageFor({}, many).cards.length, 48);
  assert.is(pageFor({}, many).pages, 3);
  assert.is(pageFor({ page: '3' }, many).cards.at(-1)?.name, 'c-99');
  assert.is(pageFor({ page: '999' }, many).query.page, 3);
});

test('the order does not depend on the order of what comes in', () => {
  const turned = pageFor({}, [...CARDS].reverse());
  assert.equal(turned, pageFor({}));
});

const queries: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['no object', 'q=1'],
  ['objects', { q: { a: 1 }, product: ['power-apps', 'x'], category: 3, page: '-1' }],
  ['huge numbers', { page: '99999999999999999999' }],
  ['prototype names', { __proto__: { q: 'x' }, constructor: 'x' }],
];
for (const [name, query] of queries) {
  test(`a query of ${name} is read without a crash`, () => {
    const { text, category, page } = parseCatalogQuery(query);
    assert.equal([text, category, page], ['', undefined, 1]);
  });
}

test('a parameter given twice is its first, and a long one is cut', () => {
  assert.is(parseCatalogQuery({ product: ['power-apps', 'logic-apps'] }).product, 'power-apps');
  assert.is(parseCatalogQuery({ q: 'x'.repeat(1_000_000) }).text.length, 200);
});

test.run();
