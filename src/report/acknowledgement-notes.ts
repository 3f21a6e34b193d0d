import type { DiffReport, ReportedAcknowledgement } from './diff-report.ts';
import { plural } from './printable.ts';

/** A sentence for each acknowledgement that counts for nothing. Its texts are the author's: escape them. */
export function acknowledgementNotes({ acknowledgements = [] }: Pick<DiffReport, 'acknowledgements'>): string[] {
  return acknowledgements.flatMap((one) => (one.state === 'counts' ? [] : [noteOf(one)]));
}

function noteOf({ connector, state, base, owner, unmatched = [] }: ReportedAcknowledgement): string {
  const subject = `The acknowledgement of "${connector}" by "${owner}" for ${base.slice(0, 'sha256:'.length + 12)}`;
  if (state === 'inert') return `${subject} is inert, because the base is another version now: delete it`;
  const names = `names ${plural(unmatched.length, 'change')} that ${unmatched.length === 1 ? 'is' : 'are'} not there`;
  return `${subject} covers nothing, because it ${names}: ${unmatched.slice(0, 10).join(', ')}`;
}
