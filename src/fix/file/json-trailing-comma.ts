import type { Fix } from '../fix.ts';
import { isLastTold, jsonSlipsOf } from './json-slips.ts';

export const jsonTrailingComma: Fix = {
  code: 'file/json-trailing-comma',
  mend: (site) => {
    const { text } = site.document;
    const start = site.diagnostic.at.offset ?? -1;
    if (text[start] !== ',') return undefined;
    const following = isLastTold(site) ? jsonSlipsOf(text).commas.filter((comma) => comma.start > start) : [];
    const edits = [{ start, end: start + 1 }, ...following].map((comma) => ({ ...comma, text: '' }));
    return { kind: 'text', edits, touches: [] };
  },
};
