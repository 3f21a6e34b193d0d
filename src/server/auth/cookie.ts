const NAME = 'connectors-session';

/**
 * The session cookie for the browser. Strict: it goes along with no request that another site starts, so another site can read nothing and
 * change nothing with it. Over https it also cannot be set by a sibling domain (`__Host-`).
 */
export function sessionCookie(secret: string, options: { readonly secure: boolean; readonly seconds: number }): string {
  const name = options.secure ? `__Host-${NAME}` : NAME;
  const flags = [
    'HttpOnly',
    'SameSite=Strict',
    'Path=/',
    `Max-Age=${options.seconds}`,
    ...(options.secure ? ['Secure'] : []),
  ];
  return [`${name}=${secret}`, ...flags].join('; ');
}

/** The session's secret out of a `Cookie` header. */
export function sessionOf(header: string | undefined, secure: boolean): string | undefined {
  const name = secure ? `__Host-${NAME}` : NAME;
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.split('=', 2);
    if (key?.trim() === name) return value?.trim();
  }
  return undefined;
}
