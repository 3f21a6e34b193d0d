import { member, type JsonObject } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { nearest } from '../did-you-mean.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

export const VALUES = ['important', 'advanced', 'internal'];

export const visibilityNotValid: Rule = {
  code: 'extension/visibility-not-valid',
  operation: ({ value, pointer }) => problemsOf(value, pointer),
  parameter: ({ value, location, pointer }) => (location === 'body' ? problemsOf(value, pointer) : undefined),
  schemaKeys: ['x-ms-visibility'],
  schema: ({ value, pointer }) => problemsOf(value, pointer),
};

function problemsOf(holder: JsonObject, pointer: Pointer): Problem[] | undefined {
  const visibility = member(holder, 'x-ms-visibility');
  // The wizard writes "" for "none".
  if (visibility === undefined || visibility === '') return undefined;
  if (typeof visibility === 'string' && VALUES.includes(visibility)) return undefined;
  const meant = typeof visibility === 'string' ? nearest(visibility, VALUES) : undefined;
  return [
    {
      at: inOpenApi(child(pointer, 'x-ms-visibility')),
      message: `Visibility ${quote(visibility)} is not known`,
      hint: meant === undefined ? 'Use "important", "advanced" or "internal"' : `Write ${quote(meant)}`,
    },
  ];
}
