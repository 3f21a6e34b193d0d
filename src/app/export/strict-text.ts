/** A text that is JSON for every parser: as it is, and undefined for any other. */
export function strictText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    JSON.parse(text);
    return text;
  } catch {
    return undefined;
  }
}
