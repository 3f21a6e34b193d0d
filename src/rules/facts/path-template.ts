/** The variables of a path template, in order: `/a/{b}/{c}` has b and c. */
export function variablesOf(path: string): string[] {
  const variables: string[] = [];
  for (const piece of path.split('{').slice(1)) {
    const end = piece.indexOf('}');
    // A default is a finding of its own: `{b=1}` is still the variable b.
    if (end > 0) variables.push(piece.slice(0, end).split('=')[0] ?? '');
  }
  return variables;
}

/** What two templates share when they match the same requests: variables without their names, no slash at the end. */
export function shapeOf(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}').replace(/\/$/, '');
}

/** Paths of a document, without extensions. */
export function isExtensionKey(key: string): boolean {
  return key.startsWith('x-');
}
