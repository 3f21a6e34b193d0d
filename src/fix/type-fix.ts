import type { KnownRuleCode } from '../domain/rule-codes.ts';
import type { Fix, Site } from './fix.ts';
import type { Scalar } from './edits/yaml-scalar.ts';
import { inType } from './typed-value.ts';
import { valueFix } from './value-fix.ts';

/**
 * A fix for a value of another type than its schema wants, when there is one other type in which it says the same. Whether the schema wants
 * that one shows when the mended text is judged again.
 */
export function typeFix(code: KnownRuleCode): Fix {
  return valueFix(code, (value, site) => inType(value, 'boolean') ?? inType(value, 'number') ?? asText(site));
}

/** As it is written: `1.10` in YAML is a number that a version does not mean. */
function asText({ value, document, pointer }: Site): Scalar | undefined {
  if (typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  const node = document.nodeAt(pointer);
  const written = node === undefined ? '' : document.text.slice(node.start, node.end);
  return /^[\w.+-]+$/.test(written) ? written : undefined;
}
