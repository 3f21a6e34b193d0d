import { findSecrets } from './find-secrets.ts';

/** The first characters of a secret: enough to find it, too few to use it. */
export const SHOWN_CHARACTERS = 4;

/** A text with each secret in it cut after four characters. Reports are public: whatever shows a connector's text goes through here. */
export function maskSecrets(text: string): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of findSecrets(text)) {
    masked += `${text.slice(from, start + SHOWN_CHARACTERS)}…`;
    from = end;
  }
  return from === 0 ? text : masked + text.slice(from);
}
