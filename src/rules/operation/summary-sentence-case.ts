import { stringMember, objectMember } from '../../domain/json.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { checkSummary } from '../shared-checks/summary-problems.ts';

export const summarySentenceCase: Rule = {
  code: 'operation/summary-sentence-case',
  operation: (operation, { document }) =>
    checkSummary(operation, (summary) => {
      const title = stringMember(objectMember(document, 'info'), 'title') ?? '';
      const fault = faultOf(summary, title);
      if (fault === undefined) return undefined;
      return { message: `Summary ${quote(summary)} ${fault}`, hint: 'Write it like a sentence: "List open issues"' };
    }),
};

// A longer one is a finding of its own.
const LONGEST = 200;

function faultOf(summary: string, title: string): string | undefined {
  if (summary.length > LONGEST) return undefined;
  const [first = '', ...others] = summary.trim().split(/\s+/);
  // Names such as "iCloud" and "eSignature" start as they like.
  if (/^[a-z]+$/.test(first)) return 'starts with a small letter';
  const names = new Set(title.split(/[^\p{L}\p{N}]+/u));
  // Words that are written like a word, so neither "of" nor "URL"; names of the service keep their capitals.
  const words = others.filter(
    (word) => /^\(?[A-Za-z][a-z]{3,}\)?$/.test(word) && !names.has(word.replace(/[()]/g, '')),
  );
  const isTitle = words.length > 1 && words.every((word) => /^\(?[A-Z]/.test(word));
  return isTitle ? 'starts each word with a capital letter' : undefined;
}
