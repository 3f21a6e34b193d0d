/** What is wrong with the name of a header or query parameter that takes a key; undefined when it can be one. */
export function keyNameFault(text: string): string | undefined {
  return /^[\w.-]+$/.test(text) ? undefined : 'letters, digits, hyphens and underscores';
}

/** What is wrong with the address of a page; undefined when it can be one. */
export function httpsFault(text: string): string | undefined {
  return URL.canParse(text) && new URL(text).protocol === 'https:' && new URL(text).hostname !== ''
    ? undefined
    : 'an address that begins with https://';
}
