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
import { VERBS, type Operation, type Verb } from '../domain/operation.ts';
import { child, pointerTo, type Pointer } from '../domain/pointer.ts';
import type { ParameterNode, ReferenceNode, SchemaNode, SchemaUse } from './nodes.ts';
import { walkSchema, type SchemaVisitors } from './walk-schema.ts';

/** What the traversal calls; each is told of a thing once. */
export interface Visitors extends SchemaVisitors {
  readonly operation: (operation: Operation) => void;
  readonly parameter: (parameter: ParameterNode) => void;
}

/**
 * Goes once through an OpenAPI 2.0 document, in its own order, and shows operations, parameters, schemas and references.
 * References are shown and not followed, and an object that YAML aliases put in many places is shown at the first,
 * so that time is linear in the size of the file.
 */
export function walk(document: JsonObject, operations: readonly Operation[], visitors: Visitors): void {
  new Walk(operations, visitors).document(document);
}

class Walk {
  readonly #operations: readonly Operation[];
  readonly #visitors: Visitors;
  readonly #seen = new Set<Json>();
  #next = 0;

  constructor(operations: readonly Operation[], visitors: Visitors) {
    this.#operations = operations;
    this.#visitors = visitors;
  }

  document(document: JsonObject): void {
    for (const [path, item] of entriesOf(member(document, 'paths'))) this.#pathItem(path, item);
    for (const [name, value] of entriesOf(member(document, 'definitions'))) {
      this.#schema(value, pointerTo('definitions', name), 'schema', 'definition');
    }
    for (const [name, value] of entriesOf(member(document, 'parameters'))) {
      this.#parameter(value, pointerTo('parameters', name), undefined);
    }
    this.#responses(member(document, 'responses'), '/responses');
  }

  #pathItem(path: string, item: Json): void {
    if (!isObject(item)) return;
    const pointer = pointerTo('paths', path);
    this.#parameters(item, pointer, path);
    const content = `${pointer}/x-ms-notification-content/schema`;
    this.#schema(member(member(item, 'x-ms-notification-content'), 'schema'), content, 'schema', 'response');
    for (const verb of VERBS) {
      const value = member(item, verb);
      if (value !== undefined) this.#operation(value, verb, pointer, path);
    }
  }

  #operation(value: Json, verb: Verb, base: Pointer, path: string): void {
    const pointer = `${base}/${verb}`;
    // They come in the order in which the document is walked.
    const operation = this.#operations[this.#next];
    if (operation?.path === path && operation.verb === verb) {
      this.#next += 1;
      this.#visitors.operation(operation);
    }
    this.#parameters(value, pointer, path);
    this.#responses(member(value, 'responses'), child(pointer, 'responses'));
  }

  #parameters(holder: Json | undefined, pointer: Pointer, path: string): void {
    const parameters = arrayMember(holder, 'parameters');
    if (parameters === undefined || !this.#isFirst(parameters)) return;
    let index = 0;
    for (const value of parameters) {
      this.#parameter(value, `${pointer}/parameters/${index}`, path);
      index += 1;
    }
  }

  #parameter(value: Json, pointer: Pointer, path: string | undefined): void {
    if (!isObject(value) || this.#isReference(value, pointer, 'parameter')) return;
    const name = stringMember(value, 'name');
    const location = stringMember(value, 'in');
    this.#visitors.parameter({ value, name, location, pointer, path });
    if (location === 'body') this.#schema(member(value, 'schema'), `${pointer}/schema`, 'schema', 'request');
    else this.#schema(value, pointer, 'parameter', 'request');
  }

  #responses(responses: Json | undefined, pointer: Pointer): void {
    if (!isObject(responses) || !this.#isFirst(responses)) return;
    for (const [key, response] of entriesOf(responses)) {
      const at = child(pointer, key);
      if (!isObject(response) || this.#isReference(response, at, 'response')) continue;
      this.#schema(member(response, 'schema'), `${at}/schema`, 'schema', 'response');
      for (const [name, header] of entriesOf(member(response, 'headers'))) {
        this.#schema(header, child(at, 'headers', name), 'header', 'response');
      }
    }
  }

  #isFirst(value: Json): boolean {
    const isFirst = !this.#seen.has(value);
    this.#seen.add(value);
    return isFirst;
  }

  #isReference(value: JsonObject, pointer: Pointer, kind: ReferenceNode['kind']): boolean {
    const reference = stringMember(value, '$ref');
    if (reference === undefined) return false;
    this.#visitors.reference({ kind, reference, value, pointer });
    return true;
  }

  #schema(value: Json | undefined, pointer: Pointer, kind: SchemaNode['kind'], use: SchemaUse): void {
    if (value === undefined || isArray(value)) return;
    walkSchema({ value, pointer, kind, use }, this.#visitors, this.#seen);
  }
}
