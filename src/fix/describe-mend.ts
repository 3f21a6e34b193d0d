import type { Mended } from '../domain/mended.ts';
import { maskSecrets } from '../domain/secrets/mask-secrets.ts';
import { positionAt } from '../places/position.ts';
import type { Mend } from './draft-mends.ts';
import { authorOffset, type EditedFile } from './edited-files.ts';

const LONGEST = 60;

/** What a mend did, at its place in the file as the author had it. `file`: as it was when the mend was made. */
export function describeMend({ diagnostic, draft }: Mend, file: EditedFile, authorText: string): Mended {
  const { code, connector } = diagnostic;
  const about = { code, connector, file: file.from };
  if (draft.kind === 'drop-mark') return { ...about, start: START, before: 'U+FEFF', after: '' };
  if (draft.kind === 'rename') return { ...about, start: START, before: nameOf(file.path), after: draft.name };
  const [first, ...others] = draft.edits.toSorted((one, two) => one.start - two.start);
  if (first === undefined) return { ...about, start: START, before: '', after: '' };
  // What is put in on a line of its own stands after a line break that is not its place.
  const at = first.start === first.end ? Math.max(0, first.start - 1) : first.start;
  return {
    ...about,
    start: positionAt(authorText, authorOffset(file, at)),
    before: shown(file.text.slice(first.start, first.end)),
    after: shown(first.text),
    ...(others.length === 0 ? {} : { more: others.length }),
  };
}

const START = { line: 1, column: 1 };

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** On one line; white space alone as a text with its escapes. */
function shown(text: string): string {
  if (text !== '' && text.trim() === '') return JSON.stringify(text.slice(0, 20));
  const line = maskSecrets(text.slice(0, 2000)).trim().replace(/\s+/g, ' ').replace(/^, /, '');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
