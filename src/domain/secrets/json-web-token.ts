// Tokens of textbooks: the one of jwt.io and the one of RFC 7519.
const TEXTBOOK = /John Doe|1234567890|"iss"\s*:\s*"joe"|example\.com/;

/** Whether three parts with dots are a signed token that somebody issued, and not one of a textbook. */
export function isIssuedToken(token: string): boolean {
  const [header = '', payload = ''] = token.split('.');
  const body = decoded(payload);
  return decoded(header)?.includes('"alg"') === true && body !== undefined && !TEXTBOOK.test(body);
}

/** The user and password of a `Basic` header; undefined for base64 that is none. */
export function basicCredentials(base64: string): string | undefined {
  const text = decoded(base64);
  return text !== undefined && /^[\x20-\x7e]+$/.test(text) && text.includes(':') ? text : undefined;
}

function decoded(base64: string): string | undefined {
  try {
    return atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
}
