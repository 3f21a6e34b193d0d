/** The words of a name in any spelling: `createdAt`, `created_at`, `created-at` are "created at". Abbreviations stay together. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]{2,})([A-Z][a-z])/g, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

const ABBREVIATIONS = new Set([
  'id',
  'url',
  'uri',
  'api',
  'ip',
  'html',
  'json',
  'xml',
  'csv',
  'pdf',
  'sms',
  'vat',
  'utc',
  'uuid',
  'http',
]);

/** A name as a label: `created_at` is "Created at", `userId` is "User ID". At most 80 characters. */
export function labelOf(name: string): string {
  // Most names are one small word.
  if (/^[a-z]{4,40}$/.test(name) && !ABBREVIATIONS.has(name)) return name.slice(0, 1).toUpperCase() + name.slice(1);
  const words = wordsOf(name.slice(0, 200)).map((word) =>
    ABBREVIATIONS.has(word.toLowerCase()) ? word.toUpperCase() : /^[A-Z][a-z]+$/.test(word) ? word.toLowerCase() : word,
  );
  const label = words.join(' ').slice(0, 80).trimEnd();
  return label === '' ? 'Value' : label.slice(0, 1).toUpperCase() + label.slice(1);
}

/** ASCII letters and digits only, each word with a capital; empty when nothing of a name can be written so. */
export function pascalCase(words: readonly string[]): string {
  return words
    .map((word) => word.normalize('NFKD').replace(/[^A-Za-z0-9]/g, ''))
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}

/** One of several: `categories` is `category`. English only, which is what addresses are written in. */
export function singular(word: string): string {
  if (/ies$/i.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/i.test(word)) return word.slice(0, -2);
  return /[^sui]s$/i.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}
