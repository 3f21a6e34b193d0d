import { member, type Json, type JsonObject } from '../../domain/json.ts';
import type { Operation } from '../../domain/operation.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { responsesOf } from './responses.ts';
import { countSchemas } from './schema-count.ts';

/** A schema at the top of what an operation sends or receives. */
export interface MessageSchema {
  readonly value: Json;
  /** How many schemas it holds (`countSchemas`); one more than the limit for all beyond. */
  readonly count: number;
  /** Of the response; undefined for the body. */
  readonly status: string | undefined;
}

/** The most schemas that one body or response may hold. */
export const MOST_IN_MESSAGE = 512;

const KNOWN = new WeakMap<Operation, readonly MessageSchema[]>();

/** The schemas of an operation's body and of its responses. */
export function messageSchemasOf(operation: Operation, document: JsonObject): readonly MessageSchema[] {
  const known = KNOWN.get(operation) ?? readSchemas(operation, document);
  KNOWN.set(operation, known);
  return known;
}

function readSchemas(operation: Operation, document: JsonObject): MessageSchema[] {
  const found: MessageSchema[] = [];
  const add = (value: Json | undefined, status?: string): void => {
    if (value === undefined) return;
    found.push({ value, count: countSchemas(document, value, MOST_IN_MESSAGE), status });
  };
  add(member(bodyOf(operation)?.value, 'schema'));
  for (const { key, schema } of responsesOf(operation, document)) add(schema, key);
  return found;
}

/** What it is, inside a sentence, and where. */
export function placeOf({ status }: MessageSchema, operation: Operation): { what: string; pointer: Pointer } {
  if (status === undefined) {
    return { what: 'the body', pointer: child(bodyOf(operation)?.definedAt ?? operation.pointer, 'schema') };
  }
  const pointer = child(operation.pointer, 'responses', status);
  // A response that others use too is told where this operation refers to it.
  const isShared = member(member(member(operation.value, 'responses'), status), '$ref') !== undefined;
  return { what: `response ${quote(status)}`, pointer: isShared ? pointer : child(pointer, 'schema') };
}

function bodyOf(operation: Operation): Operation['parameters'][number] | undefined {
  return operation.parameters.find(({ location }) => location === 'body');
}
