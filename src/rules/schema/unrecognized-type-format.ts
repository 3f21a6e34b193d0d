import { child } from '../../domain/pointer.ts';
import { didYouMean } from '../did-you-mean.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const FORMATS: ReadonlySet<string> = new Set([
  'int32',
  'int64',
  'float',
  'double',
  'byte',
  'binary',
  'date',
  'date-time',
  'date-no-tz',
  'password',
  'email',
  'html',
  'uri',
  'uuid',
]);

export const unrecognizedTypeFormat: Rule = {
  code: 'schema/unrecognized-type-format',
  schemaKeys: ['format'],
  schema: ({ value, pointer }) => {
    const format = Object.hasOwn(value, 'format') ? value['format'] : undefined;
    if (typeof format !== 'string' || FORMATS.has(format)) return undefined;
    const otherwise = format.toLowerCase() === 'guid' ? 'Write "uuid"' : 'Remove it, or say it in "description"';
    const message = `Format ${quote(format)} is not known, so it is not shown or checked`;
    return [{ at: inOpenApi(child(pointer, 'format')), message, hint: didYouMean(format, FORMATS, otherwise) }];
  },
};
