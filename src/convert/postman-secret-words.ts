import { basicCredentials } from '../domain/secrets/json-web-token.ts';
import { isPlaceholder } from '../domain/secrets/placeholder.ts';

/** Words that a password may be and that texts are full of. */
const EVERYDAY =
  /^(?:true|false|null|undefined|user(?:name)?|admin|root|guest|bearer|basic|token|pass(?:word|wd)?|login|postman|header|query|string|key|auth|code|https?|\d{1,5})$/i;

/** A value that is a secret, its parts that look like secrets of their own, and the forms in which each travels. */
export function secretWords(value: string): string[] {
  const whole = value.trim();
  const scheme = /^(?:bearer|token|apikey|key|jwt)\s+(\S.*)$/i.exec(whole)?.[1];
  const basic = /^basic\s+(\S+)$/i.exec(whole)?.[1];
  const password = basic === undefined ? undefined : basicCredentials(basic)?.split(':').slice(1).join(':');
  const parts = /[\s,;="&]/.test(whole) ? whole.split(/[\s,;="&]+/).filter(isRandom) : [];
  const words = [scheme ?? basic ?? whole, ...(password === undefined ? [] : [password]), ...parts];
  return [...new Set(words.filter(isSecretWord).flatMap(formsOf))];
}

/** As it is, in an address, and in a text inside JSON. */
function formsOf(word: string): string[] {
  const plain = decoded(word);
  return [word, plain, encodeURIComponent(plain), JSON.stringify(plain).slice(1, -1)].filter(isSecretWord);
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word.toWellFormed();
  }
}

function isSecretWord(word: string): boolean {
  return !word.includes('{{') && !EVERYDAY.test(word) && !isPlaceholder(word);
}

function isRandom(part: string): boolean {
  return part.length >= 10 && /\d/.test(part) && /[A-Za-z]/.test(part);
}
