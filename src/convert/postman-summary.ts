import { plainWords, shortened } from './postman-text.ts';
import { singular, wordsOf } from './postman-words.ts';

const LONGEST = 80;
const VERBS: ReadonlyMap<string, string> = new Map([
  ['GET', 'Get'],
  ['POST', 'Create'],
  ['PUT', 'Update'],
  ['PATCH', 'Change'],
  ['DELETE', 'Delete'],
  ['HEAD', 'Check'],
  ['OPTIONS', 'Describe'],
]);

/** The name under which makers find an operation: what the request is called, if that reads as a name, else said by verb and path. */
export function summaryOf(name: string, verb: string, path: string, title: string): string {
  const words = readable(plainWords(name));
  const summary = shortened(sentenceCase(withoutMarks(words), title), LONGEST).replace(/[^\p{L}\p{M}\p{N})]+$/u, '');
  return /\p{L}{2}/u.test(summary) ? summary : summaryOfPath(verb, path);
}

/** `GET /users/{id}` is "Get user". */
export function summaryOfPath(verb: string, path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  const fixed = segments
    .filter((segment) => !segment.includes('{'))
    .map((segment) => segment.replace(/\.\w{1,5}$/, ''));
  const endsFixed = segments.length > 0 && !(segments.at(-1) ?? '').includes('{');
  const last = wordsOf(fixed.at(-1) ?? 'root').map((word) => word.toLowerCase());
  const isList = verb === 'GET' && endsFixed && singular(last.at(-1) ?? '') !== (last.at(-1) ?? '');
  const noun = isList ? last : [...last.slice(0, -1), singular(last.at(-1) ?? '')];
  return [isList ? 'List' : (VERBS.get(verb) ?? 'Call'), ...noun].join(' ').slice(0, LONGEST);
}

/** Addresses, variables and code names say nothing to a maker; an HTTP verb in front is said in a word. */
function readable(name: string): string {
  const [, verb = '', rest = ''] = /^(GET|POST|PUT|PATCH|DELETE|HEAD)\b[\s:-]*(.*)$/s.exec(name) ?? [];
  const words = verb === '' ? name : rest;
  if (/:\/\/|\{\{|^\/|[\w-]\.[a-z]{2,}\/|^[\w/{}:.-]*\/[\w/{}:.-]*$/.test(words)) return '';
  const spaced = /\s/.test(words) ? words : wordsOf(words).join(' ');
  return verb === '' ? spaced.replace(/^\d{1,3}(?:\.\d{1,3})*\s?[.):-]?\s+/, '') : `${VERBS.get(verb) ?? ''} ${spaced}`;
}

function withoutMarks(text: string): string {
  const marked = text
    .replace(/['’`"]/g, '')
    .replaceAll('&', ' and ')
    .replace(/\s*\/\s*/g, ' or ')
    .replace(/[^\p{L}\p{M}\p{N}\s()]+/gu, ' ');
  const isBalanced = /^[^()]*(?:\([^()]*\)[^()]*)*$/.test(marked);
  return (isBalanced ? marked : marked.replace(/[()]/g, ' '))
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "Get Pending Items" is "Get pending items"; names of the service and abbreviations keep their capitals. */
function sentenceCase(text: string, title: string): string {
  const names = new Set(title.split(/\s+/));
  const [first = '', ...others] = text.split(' ');
  const words = others.filter((word) => isTelling(word) && !names.has(word));
  const isTitle = words.length > 0 && words.every((word) => /^\(?[A-Z]/.test(word));
  const lowered = isTitle
    ? others.map((word) =>
        /^\(?[A-Z][a-z]*\)?$/.test(word) && word !== 'I' && !names.has(word) ? word.toLowerCase() : word,
      )
    : others;
  const start = /^[a-z]+$/.test(first) ? first.slice(0, 1).toUpperCase() + first.slice(1) : first;
  return [start, ...lowered].join(' ');
}

/** Long enough to be written small in a sentence, unless it begins one or is a name. */
function isTelling(word: string): boolean {
  return (
    /^\(?[A-Za-z][a-z]{3,}\)?$/.test(word) &&
    !/^(?:from|with|into|over|than|that|this|their|your|when|onto)$/.test(word)
  );
}
