import type { Product } from '../../domain/change.ts';
import { isObject } from '../../domain/json.ts';
import { PRODUCTS } from '../../domain/products.ts';
import { cutText } from './text.ts';
import type { CatalogQuery } from './view-model.ts';

export const EMPTY_QUERY: CatalogQuery = { text: '', product: undefined, category: undefined, page: 1 };

/** Reads the query string of `/` (`q`, `product`, `category`, `page`), as the HTTP framework parsed it. Total: what makes no sense is no filter. */
export function parseCatalogQuery(parameters: unknown): CatalogQuery {
  const category = oneOf(parameters, 'category');
  const page = oneOf(parameters, 'page');
  return {
    text: oneOf(parameters, 'q'),
    product: parseProduct(oneOf(parameters, 'product')),
    category: category === '' ? undefined : category,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** The parameters of `query`, empty ones included: what links and hidden fields of the form carry on. */
export function catalogParameters(query: CatalogQuery): Record<'q' | 'product' | 'category' | 'page', string> {
  return {
    q: query.text,
    product: query.product ?? '',
    category: query.category ?? '',
    page: query.page === 1 ? '' : String(query.page),
  };
}

function parseProduct(text: string): Product | undefined {
  return PRODUCTS.find((product) => product === text);
}

/** A parameter that is given twice is the first one. */
function oneOf(parameters: unknown, name: string): string {
  // Not what a parser of JSON gave: it may have a prototype of its own.
  const value: unknown = isObject(parameters) && Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? cutText(first.toWellFormed().trim(), 200).text : '';
}
