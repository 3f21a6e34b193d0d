import { entriesOf, member, objectMember, type JsonObject } from '../../domain/json.ts';
import { resolveReference, type Operation } from '../../domain/operation.ts';
import { child } from '../../domain/pointer.ts';
import { firstStep, schemaAt, type SchemaFound, type SchemaStep } from './schema-path.ts';

/** The schema of an operation's success: of the first 2xx that has one. Undefined when none has, or its reference leads nowhere. */
export function resultOf(operation: Operation, document: JsonObject): SchemaStep | undefined {
  const known = KNOWN.get(operation);
  if (known !== undefined) return known.result;
  const result = readResult(operation, document);
  KNOWN.set(operation, { result });
  return result;
}

const KNOWN = new WeakMap<Operation, { readonly result: SchemaStep | undefined }>();

function readResult(operation: Operation, document: JsonObject): SchemaStep | undefined {
  const responses = objectMember(operation.value, 'responses');
  for (const [status, written] of entriesOf(responses)) {
    if (!/^2\d\d$/.test(status)) continue;
    const { value, at } = resolveReference(document, written, child(operation.pointer, 'responses', status));
    const schema = member(value, 'schema');
    if (schema !== undefined) return firstStep(schema, child(at, 'schema'), document);
  }
  return undefined;
}

/** What is at a path in an operation's answer; `open` when the answer is not described that far. */
export function resultAt(operation: Operation, path: string, document: JsonObject): SchemaFound {
  const result = resultOf(operation, document);
  if (result === undefined) return { kind: 'open' };
  return schemaAt(result, segmentsOf(path), document);
}

/** Paths into an answer are joined with `/`; a slash in front says the same. */
export function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}
