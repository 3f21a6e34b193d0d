import { member, stringMember, type Json } from '../../domain/json.ts';
import { nameText } from './bounded.ts';

/** How the designer fills a field by asking another operation, one sentence without a dot; undefined when it does not. */
export function dynamicNote(schema: Json | undefined): string | undefined {
  for (const [extension, sentence] of NOTES) {
    const call = member(schema, extension);
    const operation = stringMember(call, 'operationId') ?? stringMember(member(call, 'open'), 'operationId');
    if (operation !== undefined) return `${sentence} ${nameText(operation)}`;
    if (stringMember(call, 'capability') === 'file-picker') return 'Picked in a file picker';
    const builtIn = stringMember(call, 'builtInOperation');
    if (builtIn !== undefined) return `${sentence} ${nameText(builtIn)}`;
  }
  return undefined;
}

const NOTES = [
  ['x-ms-dynamic-list', 'Choices come from'],
  ['x-ms-dynamic-values', 'Choices come from'],
  ['x-ms-dynamic-properties', 'Fields come from'],
  ['x-ms-dynamic-schema', 'Fields come from'],
  ['x-ms-dynamic-tree', 'Picked from a tree that comes from'],
] as const;
