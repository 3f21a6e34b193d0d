import { arrayMember, type Json, type JsonObject } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

const OF_DOCUMENT = ['schemes', 'consumes', 'produces'];
const OF_OPERATION = [...OF_DOCUMENT, 'tags'];
const OF_SCHEMA = ['required'];

/** The lists that OpenAPI 2.0 wants without repetition. Choices, parameters and declared tags have rules of their own. */
export const jsonValueNotValid: Rule = {
  code: 'document/json-value-not-valid',
  document: (document) => problemsOf(document, '', OF_DOCUMENT),
  operation: ({ value, pointer }) => problemsOf(value, pointer, OF_OPERATION),
  schemaKeys: ['required'],
  schema: ({ value, pointer }) =>
    Object.hasOwn(value, 'required') ? problemsOf(value, pointer, OF_SCHEMA) : undefined,
};

function problemsOf(holder: JsonObject, pointer: Pointer, keys: readonly string[]): Problem[] {
  return keys.flatMap((key) => {
    const list = arrayMember(holder, key);
    if (list === undefined || list.length < 2 || new Set(list).size === list.length) return [];
    return repetitionsIn(list, child(pointer, key), key);
  });
}

function repetitionsIn(list: readonly Json[], pointer: Pointer, key: string): Problem[] {
  const first = new Map<Json, number>();
  return list.flatMap((value, index) => {
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, index);
    if (earlier === undefined || typeof value !== 'string') return [];
    const related = [{ at: inOpenApi(child(pointer, earlier)), message: 'The first one' }];
    const message = `${quote(value)} stands twice in "${key}"`;
    return [{ at: inOpenApi(child(pointer, index)), message, hint: 'Remove one of the two', related }];
  });
}
