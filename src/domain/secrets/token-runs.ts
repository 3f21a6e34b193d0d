/** Every secret of a published form has a run of token characters at least this long. */
const SHORTEST = 20;
/** Longer ones are pictures and other data in base64. */
const LONGEST = 4096;

const IS_TOKEN = new Uint8Array(0x1_00_00);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+/=.~%') {
  IS_TOKEN[character.charCodeAt(0)] = 1;
}

/** Shows each run of 20 to 4096 token characters. Looks only at each 20th character until it is in one, so a long text costs little. */
export function forEachTokenRun(text: string, show: (start: number, end: number) => void): void {
  const { length } = text;
  let done = 0;
  for (let at = SHORTEST - 1; at < length; at += SHORTEST) {
    if (IS_TOKEN[text.charCodeAt(at)] === 0) continue;
    let start = at;
    while (start > done && IS_TOKEN[text.charCodeAt(start - 1)] === 1) start -= 1;
    let end = at + 1;
    while (end < length && IS_TOKEN[text.charCodeAt(end)] === 1) end += 1;
    if (end - start >= SHORTEST && end - start <= LONGEST) show(start, end);
    done = end;
    at = end;
  }
}
