import { objectMember, stringMember, type JsonObject } from '../../domain/json.ts';
import type { Pointer } from '../../domain/pointer.ts';

/** The operation with which a new connection is tried out, and where it is named. */
export interface TestConnection {
  readonly operationId: string;
  readonly pointer: Pointer;
  /** Values it is called with, by parameter. */
  readonly parameters: JsonObject;
}

export function testConnectionOf(document: JsonObject): TestConnection | undefined {
  const test = objectMember(objectMember(document, 'x-ms-capabilities'), 'testConnection');
  const operationId = stringMember(test, 'operationId');
  return operationId === undefined
    ? undefined
    : {
        operationId,
        pointer: '/x-ms-capabilities/testConnection/operationId',
        parameters: objectMember(test, 'parameters') ?? {},
      };
}
