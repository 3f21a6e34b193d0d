import type { Product } from '../../domain/change.ts';
import { PRODUCTS } from '../../domain/products.ts';
import { scopeText } from '../../domain/scope.ts';
import type { Caller } from '../../domain/visibility.ts';
import { bounded, LIMITS } from './bounded.ts';
import type { CatalogPage, CatalogQuery, ConnectorCard, FilterChoice, ReleaseView } from './view-model.ts';
import { viewerOf } from './viewer.ts';

/** Cards on one page: fills two, three and four columns. */
const PAGE_SIZE = 48;

/** What `/` is made from. The caller of this function has already left out what `caller` may not see. */
export interface CatalogInput {
  readonly caller: Caller;
  /** The scopes that the caller sees, with what they serve now. */
  readonly releases: readonly ReleaseView[];
  readonly cards: readonly ConnectorCard[];
  readonly query: CatalogQuery;
}

/** The catalog for one caller and one query: filtered, sorted by title, in pages. */
export function catalogPage({ caller, releases, cards, query }: CatalogInput): CatalogPage {
  const found = cards.filter((card) => matchesText(card, query.text)).sort(byTitle);
  const matching = found.filter((card) => isIn(card, query.product) && hasCategory(card, query.category));
  const pages = Math.max(1, Math.ceil(matching.length / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  return {
    viewer: viewerOf(caller),
    releases,
    query: { ...query, page },
    total: cards.length,
    matching: matching.length,
    cards: matching.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    pages,
    products: productChoices(found.filter((card) => hasCategory(card, query.category))),
    categories: bounded(categoryChoices(found.filter((card) => isIn(card, query.product))), LIMITS.categories),
  };
}

/** Every word of the search occurs in the name, title, publisher, description or a category; accents and case do not matter. */
export function matchesText({ name, summary }: Pick<ConnectorCard, 'name' | 'summary'>, search: string): boolean {
  const { title = '', publisher = '', description = '', categories } = summary;
  const text = fold([name, title, publisher, description, ...categories].join('\n'));
  return fold(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Whether at least a part of the connector works in a product; any connector when none is named. */
export function isIn({ summary }: Pick<ConnectorCard, 'summary'>, product: Product | undefined): boolean {
  return product === undefined || summary.products.some((one) => one.product === product && one.support !== 'none');
}

/** Whether the connector names a category, in any case; any connector when none is given. */
export function hasCategory({ summary }: Pick<ConnectorCard, 'summary'>, category: string | undefined): boolean {
  return category === undefined || summary.categories.some((one) => fold(one) === fold(category));
}

function productChoices(cards: readonly ConnectorCard[]): FilterChoice<Product>[] {
  return PRODUCTS.map((value) => ({ value, count: cards.filter((card) => isIn(card, value)).length }));
}

/** Most used first. Two spellings of one category are one choice. */
function categoryChoices(cards: readonly ConnectorCard[]): FilterChoice<string>[] {
  const choices = new Map<string, { value: string; count: number }>();
  for (const category of cards.flatMap((card) => card.summary.categories)) {
    const choice = choices.get(fold(category));
    if (choice === undefined) choices.set(fold(category), { value: category, count: 1 });
    else choice.count += 1;
  }
  return [...choices.values()].sort((a, b) => b.count - a.count || compare(a.value, b.value));
}

function byTitle(a: ConnectorCard, b: ConnectorCard): number {
  const [first, second] = [a, b].map((card) => fold(card.summary.title ?? card.name));
  return compare(first ?? '', second ?? '') || compare(keyOf(a), keyOf(b));
}

function keyOf({ name, scope }: ConnectorCard): string {
  return `${name} ${scopeText(scope)}`;
}

/** By code units: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
