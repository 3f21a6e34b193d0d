import type { ProductSupport } from '../../domain/products.ts';

/** `1 action`, `12 actions`. */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** What a page calls the support of a product. */
export const SUPPORT_WORDS: Readonly<Record<ProductSupport['support'], string>> = {
  full: 'Available',
  partial: 'Partly available',
  none: 'Not available',
};
