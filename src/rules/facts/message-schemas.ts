import { entriesOf, member, type Json, type JsonObject } from '../../domain/json.ts';
import type { Operation } from '../../domain/operation.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
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
  for (const [status, response] of entriesOf(member(operation.value, 'responses'))) {
    add(member(response, 'schema'), status);
  }
  return found;
}

/** What it is, inside a sentence, and where. */
export function placeOf({ status }: MessageSchema, operation: Operation): { what: string; pointer: Pointer } {
  return status === undefined
    ? { what: 'the body', pointer: child(bodyOf(operation)?.definedAt ?? operation.pointer, 'schema') }
    : { what: `response ${quote(status)}`, pointer: child(operation.pointer, 'responses', status, 'schema') };
}

function bodyOf(operation: Operation): Operation['parameters'][number] | undefined {
  return operation.parameters.find(({ location }) => location === 'body');
}
