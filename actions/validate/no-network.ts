/**
 * Stands for `@actions/http-client` in the bundle of this action (scripts/bundle.ts). The toolkit loads a whole HTTP client at its start, for
 * identity tokens that this action never asks for: it judges offline, and cannot do otherwise.
 */
export function HttpClient(): never {
  throw new Error('This action has no network');
}

/** @alias */
export const BearerCredentialHandler = HttpClient;
