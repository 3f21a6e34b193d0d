// Whole values that people write where a secret will be put later.
const WORDS =
  /^(?:x+|\*+|\.+|-+|_+|0+|n\/?a|none|null|todo|tbd|changeme|change_me|dummy|fake|test|example|sample|placeholder|secret|client[ _-]?secret)$/i;
const MARKED = /^(?:<.*>|\[.*\]|\{.*\}|\$\(.*\)|%.*%|__.*__|@environmentVariables\(.*\))$/s;
const SENTENCE =
  /\b(?:your|enter|insert|replace|put|add|provide|specify|here|placeholder|dummy|redacted|hidden|removed)\b/i;

/** Whether a value stands where a secret belongs and plainly is none: empty, in brackets, or words that tell the reader to fill it in. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  return text === '' || WORDS.test(text) || MARKED.test(text) || SENTENCE.test(text.replace(/[_-]+/g, ' '));
}
