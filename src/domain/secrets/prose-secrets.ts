import type { FoundSecret } from './find-secrets.ts';
import { basicCredentials } from './json-web-token.ts';
import { isMadeUp } from './made-up.ts';
import { isStandIn } from './secret-kinds.ts';

/** Secrets that need no long run of token characters: private keys, and passwords in URLs, headers and connection strings. */
export function proseSecrets(text: string): readonly FoundSecret[] {
  // Nothing is made for the usual case: every message and pointer of a report is looked at.
  if (!MARKS.some((mark) => text.includes(mark))) return NONE;
  return [
    ...privateKeys(text),
    ...passwordsInUrls(text),
    ...passwordsInHeaders(text),
    ...passwordsInConnectionStrings(text),
  ];
}

const MARKS = ['@', 'Basic ', 'Password=', 'KEY-----'] as const;
const NONE: readonly FoundSecret[] = [];

const KEY_START = /-----BEGIN (?:[A-Z]{2,9} ){0,2}PRIVATE KEY(?: BLOCK)?-----/y;
// Line ends are also written as `\n`; two lines at least, or it only shows where a key goes.
const KEY_BODY = /(?:[\s"'+]|\\[nr])*([A-Za-z0-9+/=]{40,80}(?:[\s"'+]|\\[nr])+[A-Za-z0-9+/=]{8,})/dy;

const LONGEST_HEADER = 50;

function privateKeys(text: string): FoundSecret[] {
  return placesOf(text, 'KEY-----').flatMap((at) => {
    const from = Math.max(0, at - LONGEST_HEADER);
    const begin = text.slice(from, at).lastIndexOf('-----BEGIN ');
    if (begin < 0) return [];
    KEY_START.lastIndex = from + begin;
    if (!KEY_START.test(text)) return [];
    KEY_BODY.lastIndex = KEY_START.lastIndex;
    const body = KEY_BODY.exec(text);
    const [start, end] = body?.indices?.[1] ?? [0, 0];
    return body === null || isMadeUp(body[1] ?? '') ? [] : [{ kind: 'a private key', start, end }];
  });
}

const LONGEST_USER_INFO = 200;

function passwordsInUrls(text: string): FoundSecret[] {
  return placesOf(text, '@').flatMap((at) => {
    const before = text.slice(Math.max(0, at - LONGEST_USER_INFO), at);
    const match = /:\/\/([^\s/:?#@"'`<>(){}[\]\\]*):([^\s/?#@"'`<>(){}[\]\\]{3,})$/.exec(
      before.slice(urlStart(before)),
    );
    const [, user = '', password = ''] = match ?? [];
    // Behind it is a host: a letter or digit.
    if (match === null || isStandIn(user) || isStandIn(password) || !/^[a-z0-9[]/i.test(text.slice(at + 1, at + 2))) {
      return [];
    }
    return [{ kind: 'a password in a URL', start: at - password.length, end: at }];
  });
}

// Looked for here, not by the expression: it would try each start again.
function urlStart(before: string): number {
  return Math.max(0, before.lastIndexOf('://'));
}

const CREDENTIALS = /[A-Za-z0-9+/]{12,400}={0,2}/y;

function passwordsInHeaders(text: string): FoundSecret[] {
  return placesOf(text, 'Basic ').flatMap((at) => {
    CREDENTIALS.lastIndex = at + 6;
    const base64 = CREDENTIALS.exec(text)?.[0] ?? '';
    const [user = '', password = ''] = basicCredentials(base64)?.split(':') ?? [];
    if (password === '' || isStandIn(password) || isStandIn(user)) return [];
    return [{ kind: 'a header with user and password', start: at + 6, end: at + 6 + base64.length }];
  });
}

function passwordsInConnectionStrings(text: string): FoundSecret[] {
  return placesOf(text, 'Password=').flatMap((at) => {
    const isConnection = /(?:Server|Data Source|Host|User Id|Uid|Username)=[^;"']{1,100};/i.test(
      text.slice(Math.max(0, at - 300), at),
    );
    const password = /^[^;"'\s<>{}\\&]{6,100}/.exec(text.slice(at + 9, at + 120))?.[0] ?? '';
    if (!isConnection || password === '' || isStandIn(password)) return [];
    return [{ kind: 'a password in a connection string', start: at + 9, end: at + 9 + password.length }];
  });
}

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push(at);
  return places;
}
