import { arrayMember, type JsonObject } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { nearest } from '../did-you-mean.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Guess, type Problem, type Rule } from '../rule.ts';

const SENT = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/octet-stream',
  'application/xml',
  'application/pdf',
  'application/zip',
  'text/plain',
  'text/json',
  'text/xml',
  'text/html',
  'text/csv',
];
/** Families: JSON and XML by their suffix, and what is sent as the bytes of a file. */
const FAMILIES = /^(?:[a-z]+\/[^*]*\+(?:json|xml)|(?:image|audio|video)\/[^*]+|application\/vnd\.[^*]+)$/;

/** What a connector sends; any answer can be received. */
export const mimeTypeNotSupported: Rule = {
  code: 'document/mime-type-not-supported',
  document: (document) => problemsOf(document, ''),
  operation: (operation) => problemsOf(operation.value, operation.pointer),
};

function problemsOf(holder: JsonObject, pointer: Pointer): Problem[] | undefined {
  return arrayMember(holder, 'consumes')?.flatMap((written, index) => {
    // What is no type at all is reported by another rule.
    if (typeof written !== 'string' || !written.includes('/')) return [];
    const type = (written.split(';', 1)[0] ?? '').trim().toLowerCase();
    if (SENT.includes(type) || FAMILIES.test(type)) return [];
    const message = `The products do not send bodies of type ${quote(written)}`;
    return [{ at: inOpenApi(child(pointer, 'consumes', index)), message, hint: hintFor(type) }];
  });
}

/** What is before and behind the slash is compared apart: "application/yaml" is no misspelt XML. */
function hintFor(type: string): Guess {
  const [top = '', sub = ''] = type.split('/', 2);
  const family = SENT.filter((one) => one.startsWith(`${top}/`)).map((one) => one.slice(top.length + 1));
  const guess = (): string | undefined => {
    const meant = family.length === 0 ? nearest(type, SENT) : nearest(sub, family);
    if (meant === undefined) return undefined;
    return `Did you mean ${quote(family.length === 0 ? meant : `${top}/${meant}`)}?`;
  };
  return { guess, otherwise: 'Use "application/json", or the type that the service documents for it' };
}
