import { isArray, isObject, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import type { Conversion, Sourced } from './openapi-3-conversion.ts';
import { resolved } from './openapi-3-references.ts';
import { quoted } from './openapi-3-wording.ts';

export function isCookie(parameter: Json | undefined): boolean {
  return isObject(parameter) && stringMember(parameter, 'in') === 'cookie';
}

/** The cookies of a list of parameters, references followed. */
export function cookiesIn(conversion: Conversion, parameters: Json | undefined, holder: Pointer): Sourced[] {
  return (isArray(parameters) ? parameters : []).flatMap((entry, index) => {
    const { value, from } = resolved(conversion, entry, child(holder, 'parameters', index));
    return value !== undefined && isCookie(value) ? [{ value, from }] : [];
  });
}

/** Cookies travel in one header, as `a=1; b=2`: that is what makers fill in. `shared` are those of the path. */
export function cookieHeader(
  conversion: Conversion,
  cookies: readonly Sourced[],
  shared: readonly Sourced[],
  to: Pointer,
): JsonObject {
  const own = new Set(cookies.map(({ value }) => member(value, 'name')));
  const all = [...cookies, ...shared.filter(({ value }) => !own.has(member(value, 'name')))];
  const required = all.some(({ value }) => member(value, 'required') === true);
  const [first] = cookies;
  conversion.trace(to, first?.from ?? '');
  for (const { value, from } of cookies) loseCookie(conversion, stringMember(value, 'name') ?? '', from);
  return {
    name: 'Cookie',
    in: 'header',
    'x-ms-summary': 'Cookies',
    description: descriptionOf(all),
    ...(required ? { required } : { 'x-ms-visibility': 'advanced' }),
    type: 'string',
  };
}

function loseCookie(conversion: Conversion, name: string, from: Pointer): void {
  conversion.lose(
    from,
    'cookie parameter',
    `OpenAPI 2.0 has no cookies, so ${quoted(name)} is written into the header "Cookie", as ${quoted(`${name}=`)} and its value`,
    'Ask for it in the connection, and set the header by the policy setheader',
  );
}

function descriptionOf(cookies: readonly Sourced[]): string {
  const names = cookies.map(({ value }) => `${stringMember(value, 'name') ?? ''}=...`).join('; ');
  const texts = cookies.flatMap(({ value }) => {
    const text = stringMember(value, 'description');
    return text === undefined ? [] : [`${stringMember(value, 'name') ?? ''}: ${text}`];
  });
  return [`Written as ${names}`, ...texts].join('\n');
}
