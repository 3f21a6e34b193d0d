import { maskSecrets, SHOWN_CHARACTERS } from './mask-secrets.ts';

// A key that names a secret, and what it is given, in JSON, YAML or code.
const NAMED =
  /((?:secret|password|passwd|token|api_?key|authorization|defaultValue)\w{0,30}\\?["']?\s{0,8}[:=]\s{0,8}\\?["']?)([^\s"',;{}[\]]{4,})/gi;

// A name such as GITHUB_CLIENT_SECRET refers to a secret and is none.
const REFERENCE = /^[A-Z][A-Z0-9_]*$/;

/** A line of a source file as a report may show it: without known secrets, and without what a key that names a secret is given. */
export function maskLine(line: string): string {
  return maskSecrets(line).replace(NAMED, (whole, before: string, value: string) =>
    REFERENCE.test(value) ? whole : `${before}${value.slice(0, SHOWN_CHARACTERS)}…`,
  );
}
