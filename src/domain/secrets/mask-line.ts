import { findSecrets } from './find-secrets.ts';
import { SHOWN_CHARACTERS } from './mask-secrets.ts';

// A key that names a secret, and what it is given, in JSON, YAML or code.
const NAMED =
  /((?:secret|password|passwd|token|api_?key|authorization|defaultValue)\w{0,30}\\?["']?\s{0,8}[:=]\s{0,8}\\?["']?)([^\s"',;{}[\]]{4,})/gi;

// A name such as GITHUB_CLIENT_SECRET refers to a secret and is none.
const REFERENCE = /^[A-Z][A-Z0-9_]*$/;

/** A minified document is one line: only what stands near the place is looked through. */
const NEAR = 1000;

/**
 * A line of a source file as a report may show what is near a column (from 0): known secrets, and what a key that names a secret is given,
 * are starred out after four characters. The line keeps its length, so that a caret stays under its place.
 */
export function maskLine(line: string, column: number): string {
  const from = Math.max(0, column - NEAR);
  const near = line.slice(from, column + NEAR);
  return line.slice(0, from) + maskedNames(maskedSecrets(near)) + line.slice(from + near.length);
}

function maskedSecrets(text: string): string {
  return findSecrets(text).reduce(
    (masked, { start, end }) => masked.slice(0, start) + starred(masked.slice(start, end)) + masked.slice(end),
    text,
  );
}

function maskedNames(text: string): string {
  return text.replace(NAMED, (whole, before: string, value: string) =>
    REFERENCE.test(value) ? whole : before + starred(value),
  );
}

function starred(secret: string): string {
  return secret.slice(0, SHOWN_CHARACTERS) + '*'.repeat(Math.max(0, secret.length - SHOWN_CHARACTERS));
}
