import { entriesOf, member, type Json } from '../../domain/json.ts';
import type { Operation } from '../../domain/operation.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';

/** A schema at the top of what an operation sends or receives. */
export interface MessageSchema {
  /** In a sentence: `the body`, `response "200"`. */
  readonly what: string;
  readonly value: Json | undefined;
  readonly pointer: Pointer;
}

/** The schemas of an operation's body and of its responses. */
export function messageSchemasOf(operation: Operation): MessageSchema[] {
  const body = operation.parameters.find(({ location }) => location === 'body');
  const sent =
    body === undefined
      ? []
      : [{ what: 'the body', value: member(body.value, 'schema'), pointer: child(body.definedAt, 'schema') }];
  const received = entriesOf(member(operation.value, 'responses')).map(([key, response]) => ({
    what: `response ${quote(key)}`,
    value: member(response, 'schema'),
    pointer: child(operation.pointer, 'responses', key, 'schema'),
  }));
  return [...sent, ...received];
}
