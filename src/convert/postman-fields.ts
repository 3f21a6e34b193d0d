import { isArray, isObject, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import type { PostmanField } from './postman-model.ts';
import { plainText } from './postman-variables.ts';

/** Fields in any of Postman's forms: a list of objects, an object of values, lines of `key: value`. */
export function readFields(value: Json | undefined, pointer: Pointer): PostmanField[] {
  if (typeof value === 'string') return readLines(value, pointer);
  if (isArray(value)) {
    return value.flatMap((entry, index) => {
      const at = child(pointer, index);
      return typeof entry === 'string' ? readLines(entry, at) : isObject(entry) ? readField(entry, at) : [];
    });
  }
  return isObject(value)
    ? Object.entries(value).map(([key, inner]) => newField(key, plainText(inner), child(pointer, key)))
    : [];
}

function readField(entry: JsonObject, pointer: Pointer): PostmanField[] {
  const key = plainText(member(entry, 'key') ?? member(entry, 'id') ?? member(entry, 'name'));
  if (key === '') return [];
  return [
    {
      key,
      value: plainText(member(entry, 'value')),
      description: readDescription(member(entry, 'description')),
      disabled: member(entry, 'disabled') === true || member(entry, 'enabled') === false,
      isFile: stringMember(entry, 'type') === 'file',
      pointer,
    },
  ];
}

/** Headers as text. Two slashes in front switch a line off. */
function readLines(text: string, pointer: Pointer): PostmanField[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const disabled = line.trimStart().startsWith('//');
    const [, key = '', value = ''] = /^([^:]*):(.*)$/s.exec(line.trim().replace(/^\/\/\s*/, '')) ?? [];
    return key.trim() === '' ? [] : [{ ...newField(key.trim(), value.trim(), pointer), disabled }];
  });
}

export function newField(key: string, value: string, pointer: Pointer): PostmanField {
  return { key, value, description: '', disabled: false, isFile: false, pointer };
}

/** A text, or an object with its text in `content`. */
export function readDescription(value: Json | undefined): string {
  return typeof value === 'string' ? value : (stringMember(value, 'content') ?? '');
}

/** The value of the first header of a name, in any case; empty when there is none that is switched on. */
export function headerOf(headers: readonly PostmanField[], name: string): string {
  return headers.find(({ key, disabled }) => !disabled && key.toLowerCase() === name)?.value ?? '';
}
