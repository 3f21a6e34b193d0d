import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Finding } from '../../domain/finding.ts';
import { checkAlone } from '../../rules/check.ts';
import { diagnosticsOf } from '../../rules/diagnostics.ts';
import { compareDiagnostics } from '../../rules/order.ts';
import { quoteChoice } from '../../rules/quote.ts';
import { suppress } from '../../rules/suppress.ts';
import type { Exportable } from './exportable.ts';
import { lackingInIntro } from './intro.ts';

/** A guide elsewhere; a package without them comes back. */
const NEEDED: ReadonlySet<string> = new Set(['readme/sections']);

/** What makers read about a connector. */
export interface Intro {
  /** undefined when it is made from the readme. */
  readonly file?: string;
  readonly text: string;
}

/**
 * What keeps a connector from certification: the errors of the profile `certified`, sections that the readme or `intro.md` has not, and an
 * icon that is not there. `today`: YYYY-MM-DD, for suppressions.
 */
export function certificationProblems({ connector }: Exportable, intro: Intro, today: string): Diagnostic[] {
  const found = checkAlone(connector, 'certified');
  const time = { profile: 'certified', today } as const;
  const { diagnostics } = suppress(connector, found, time);
  const needed = diagnostics.filter(({ severity, code }) => severity === 'error' || NEEDED.has(code));
  // What is made from a readme that lacks sections lacks them too, and that is told already.
  const isReadmeLacking = intro.file === undefined && needed.some(({ code }) => code.startsWith('readme/'));
  const own = [...(connector.icon === undefined ? [NO_ICON] : []), ...(isReadmeLacking ? [] : introFindings(intro))];
  // What is wrong with the suppressions themselves has been told.
  const ownKept = suppress(connector, diagnosticsOf(connector, own, 'certified'), time).diagnostics.filter(({ code }) =>
    own.some((one) => one.code === code),
  );
  return [...needed, ...ownKept].map((one): Diagnostic => ({ ...one, severity: 'error' })).sort(compareDiagnostics);
}

const NO_ICON: Finding = {
  code: 'icon/format',
  at: { part: 'folder', pointer: '' },
  message: 'The connector has no "icon.png"',
  hint: 'Add a square PNG of 230 by 230 pixels, on the brand colour',
};

function introFindings({ file, text }: Intro): Finding[] {
  const lacking = lackingInIntro(text);
  if (lacking.length === 0) return [];
  const code = 'readme/sections';
  if (file === undefined) {
    const message = `The readme says nothing for section ${quoteChoice(lacking)} of "intro.md"`;
    const hint = 'Write a sentence below that heading of the readme, or an "intro.md" of your own';
    return [{ code, at: { part: 'readme', pointer: '' }, message, hint }];
  }
  const message = `File "intro.md" has no section ${quoteChoice(lacking)}`;
  const hint = `Add "## ${lacking[0]}", or delete the file: one is made from the readme then`;
  return [{ code, at: { file }, message, hint }];
}
