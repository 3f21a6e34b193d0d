import { isArray } from '../../domain/json.ts';
import { cutText, exactText, plainText } from './text.ts';
import type { Bounded } from './view-model.ts';

/** How much of a document a page shows. A connector may be a megabyte, and its author hostile: a page stays readable and quick. */
export const LIMITS = {
  /** Texts, in UTF-16 units. */
  title: 120,
  cardDescription: 400,
  name: 200,
  paragraph: 4000,
  /** Of a field. */
  description: 1000,
  readme: 100_000,
  /** Lists. */
  operations: 256,
  parameters: 60,
  responses: 12,
  /** Properties of one object. */
  properties: 40,
  /** Levels of a body. */
  depth: 6,
  /** Fields of a page, and of one operation, all levels together; long texts count more. */
  fields: 6000,
  fieldsOfOperation: 400,
  choices: 24,
  policies: 100,
  revisions: 50,
  categories: 24,
} as const;

export function bounded<Entry>(entries: readonly Entry[], limit: number): Bounded<Entry> {
  return { shown: entries.slice(0, limit), more: Math.max(0, entries.length - limit) };
}

/** A text for a page, or undefined when it is not a string or nothing of it can be seen. Cut texts end in "…". */
export function visibleText(value: unknown, length: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  // Twice the length is kept before the invisible is dropped, so that a megabyte costs nothing.
  const plain = plainText(cutText(value, length * 2).text).trim();
  if (plain === '') return undefined;
  const { text, cut } = cutText(plain, length);
  return cut || value.length > length * 2 ? `${text.trimEnd()}…` : text;
}

/** A name to the letter, bounded: what cannot be seen is written out before it is measured, because that makes it ten times longer. */
export function nameText(text: string): string {
  const { text: start, cut } = cutText(exactText(cutText(text, LIMITS.name + 1).text), LIMITS.name);
  return cut ? `${start}…` : start;
}

/** The strings of a list, bounded. */
export function nameList(value: unknown, limit: number): Bounded<string> {
  const names = (isArray(value) ? value : []).filter((entry) => typeof entry === 'string');
  const { shown, more } = bounded(names, limit);
  return { shown: shown.map(nameText), more };
}
