import {
  arrayMember,
  entriesOf,
  isArray,
  isObject,
  member,
  stringMember,
  type Json,
  type JsonObject,
} from '../domain/json.ts';
import { VERBS } from '../domain/operation.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import type { Conversion, Sourced } from './openapi-3-conversion.ts';
import { flatSchema } from './openapi-3-flat-schema.ts';
import { resolved, type Resolved } from './openapi-3-references.ts';
import { simpleTypeOf } from './openapi-3-type-of.ts';
import { quoted } from './openapi-3-wording.ts';

/**
 * A path with what the styles label and matrix put before a value written into it: `/things/;id={id}`. Only where all its operations agree
 * and the value is simple; else the parameter stays, and the report says how its value is to be written.
 */
export function styledPath(conversion: Conversion, path: string, pathItem: Resolved): string {
  if (!hasStyles(conversion)) return path;
  const found = pathParametersOf(conversion, pathItem);
  const styles = Map.groupBy(found, ({ name }) => name);
  let styled = path;
  for (const [name, uses] of styles) {
    const [first] = uses;
    if (first?.before === undefined) continue;
    const agreed =
      first.isSimple &&
      path.includes(`{${name}}`) &&
      uses.every(({ before, isSimple }) => before === first.before && isSimple);
    if (agreed) styled = styled.replaceAll(`{${name}}`, () => `${first.before}{${name}}`);
    for (const use of uses) if (use.before !== undefined) loseStyle(conversion, use, agreed);
  }
  return styled;
}

const KNOWN = new WeakMap<Conversion, boolean>();

/** Hardly any document has such a style: the others are not looked into again for each path. */
function hasStyles(conversion: Conversion): boolean {
  const known = KNOWN.get(conversion) ?? lookForStyles(conversion.source);
  KNOWN.set(conversion, known);
  return known;
}

function lookForStyles(source: JsonObject): boolean {
  const pathItems = [source['paths'], member(source['components'], 'pathItems')].flatMap((map) => entriesOf(map));
  const operations = pathItems.flatMap(([, pathItem]) => VERBS.map((verb) => member(pathItem, verb)));
  const lists = [...pathItems.map(([, pathItem]) => pathItem), ...operations].map((one) => member(one, 'parameters'));
  const shared = entriesOf(member(source['components'], 'parameters')).map(([, parameter]) => parameter);
  // What a reference leads to that is no component may have one, too.
  const all = [...lists.flatMap((list) => (isArray(list) ? list : [])), ...shared];
  return all.some(
    (parameter) => ['label', 'matrix'].includes(stringMember(parameter, 'style') ?? '') || leadsElsewhere(parameter),
  );
}

function leadsElsewhere(parameter: Json): boolean {
  return stringMember(parameter, '$ref')?.startsWith('#/components/parameters/') === false;
}

interface PathParameter {
  readonly name: string;
  readonly from: Pointer;
  readonly style: string;
  /** What the style puts before the value; undefined for a style that puts nothing there. */
  readonly before: string | undefined;
  readonly isSimple: boolean;
}

function pathParametersOf(conversion: Conversion, { value: pathItem, from }: Resolved): PathParameter[] {
  const operations = VERBS.flatMap((verb): Sourced[] => {
    const value = member(pathItem, verb);
    return isObject(value) ? [{ value, from: child(from, verb) }] : [];
  });
  return [{ value: pathItem ?? null, from }, ...operations].flatMap((holder) =>
    (arrayMember(holder.value, 'parameters') ?? []).flatMap((entry, index) => {
      const parameter = resolved(conversion, entry, child(holder.from, 'parameters', index));
      return stringMember(parameter.value, 'in') === 'path' ? [pathParameter(conversion, parameter)] : [];
    }),
  );
}

function pathParameter(conversion: Conversion, { value, from }: Resolved): PathParameter {
  const name = stringMember(value, 'name') ?? '';
  const style = stringMember(value, 'style') ?? 'simple';
  const before = style === 'label' ? '.' : style === 'matrix' ? `;${name}=` : undefined;
  return { name, from, style, before, isSimple: before !== undefined && isSimple(conversion, value, from) };
}

function isSimple(conversion: Conversion, parameter: Json | undefined, from: Pointer): boolean {
  const schema = member(parameter, 'schema');
  const type = simpleTypeOf(flatSchema(conversion, schema, child(from, 'schema')));
  return type !== 'object' && type !== 'array';
}

function loseStyle(conversion: Conversion, { name, style, before, from }: PathParameter, agreed: boolean): void {
  const outcome = agreed
    ? `so the path has ${quoted(before ?? '')} before it`
    : `so makers write ${quoted(before ?? '')} before the value`;
  conversion.lose(
    child(from, 'style'),
    'style',
    `OpenAPI 2.0 has no style ${quoted(style)} of the parameter ${quoted(name)}, ${outcome}`,
  );
}
