import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const mediaKind: Rule = {
  code: 'schema/media-kind',
  schemaKeys: ['x-ms-media-kind'],
  schema: ({ value, pointer }) => {
    const kind = member(value, 'x-ms-media-kind');
    if (kind === undefined || kind === 'image' || kind === 'audio') return undefined;
    const message = `Media kind ${quote(kind)} is neither "image" nor "audio"`;
    return [{ at: inOpenApi(child(pointer, 'x-ms-media-kind')), message, hint: 'Use one of the two, or remove it' }];
  },
};
