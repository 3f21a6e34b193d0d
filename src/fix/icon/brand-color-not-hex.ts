import { replaceValue } from '../edits/replace-value.ts';
import type { Draft, Fix, Site } from '../fix.ts';

/** The hash sign is forgotten, or each digit stands for two, or YAML takes the colour for a comment. */
export const brandColorNotHex: Fix = {
  code: 'icon/brand-color-not-hex',
  mend: (site) => {
    const { document, pointer, value } = site;
    if (value === null) return outOfComment(site);
    const digits = typeof value === 'string' ? /^\s*#?([0-9a-f]{6}|[0-9a-f]{3})\s*$/i.exec(value)?.[1] : undefined;
    if (digits === undefined) return undefined;
    return replaceValue(document, pointer, `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`);
  },
};

/** `iconBrandColor: #0a7d55` is a key without a value: what the line says after it can only be meant to be that. */
function outOfComment({ document: { text, format, nodeAt }, pointer }: Site): Draft | undefined {
  const key = nodeAt(pointer)?.key;
  if (key === undefined || format !== 'yaml') return undefined;
  const found = /^[ \t]*:[ \t]+(#[0-9a-f]{6})[ \t]*(?=\r?$)/im.exec(text.slice(key.end, key.end + 100));
  const color = found?.[1];
  if (found === null || color === undefined || found.index !== 0) return undefined;
  const start = key.end + found[0].indexOf(color);
  return { kind: 'text', edits: [{ start, end: start + color.length, text: `"${color}"` }], touches: [pointer] };
}
