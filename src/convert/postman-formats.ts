// A text of one of these forms says so by itself. The order is from the narrowest.
const FORMATS: readonly (readonly [format: string, pattern: RegExp])[] = [
  ['date-time', /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2})$/],
  ['date', /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/],
  ['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i],
  ['email', /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}$/],
  ['uri', /^https?:\/\/[^\s"<>{}]{1,2000}$/i],
];

/** `a@b.c` */
const SHORTEST = 5;

/** The format of a text, as OpenAPI 2.0 and the designers know it; undefined for plain text. */
export function formatOf(text: string): string | undefined {
  if (text.length < SHORTEST) return undefined;
  return FORMATS.find(([, pattern]) => pattern.test(text))?.[0];
}

const LARGEST_INT32 = 2_147_483_647;

/** `int32` as long as every whole number fits. */
export function integerFormat(largest: number): string {
  return largest <= LARGEST_INT32 ? 'int32' : 'int64';
}
