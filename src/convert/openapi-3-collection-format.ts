import { member, stringMember, type JsonObject } from '../domain/json.ts';

/** How the entries of an array follow each other, by 3.x's defaults; csv is 2.0's own. */
export function collectionFormatOf(parameter: JsonObject): string {
  const location = stringMember(parameter, 'in');
  const repeatable = location === 'query' || location === 'cookie' || location === 'formData';
  const style = stringMember(parameter, 'style') ?? (repeatable ? 'form' : 'simple');
  const explode = member(parameter, 'explode') ?? style === 'form';
  if (repeatable && explode === true) return 'multi';
  if (style === 'spaceDelimited') return 'ssv';
  return style === 'pipeDelimited' ? 'pipes' : 'csv';
}

/** What an object in a parameter is written as, for a report: the field "a" of 1 and "b" of 2. Undefined for a text of its own format. */
export function writtenForm(parameter: JsonObject): string | undefined {
  if (member(parameter, 'content') !== undefined) return undefined;
  const location = stringMember(parameter, 'in');
  const style = stringMember(parameter, 'style') ?? (location === 'query' ? 'form' : 'simple');
  const explode = member(parameter, 'explode') ?? style === 'form';
  if (style === 'deepObject') return 'a text';
  if (style === 'form' && explode === true) return 'a text such as a=1&b=2';
  if (explode === true) return 'a text such as a=1,b=2';
  const separator = style === 'spaceDelimited' ? ' ' : style === 'pipeDelimited' ? '|' : ',';
  return `a text such as ${['a', '1', 'b', '2'].join(separator)}`;
}
