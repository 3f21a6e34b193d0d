import { zipSync } from 'fflate';
import type { Loss } from '../../convert/openapi-3-to-2.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import { decodeText } from '../../load/decode-text.ts';
import { certificationProblems, type Intro } from './certification-problems.ts';
import type { Exportable } from './exportable.ts';
import type { Exported } from './exported.ts';
import { fileIn } from './file-in.ts';
import { introFrom } from './intro.ts';
import { microsoftLayout } from './microsoft-layout.ts';
import { partsToExport } from './parts-to-export.ts';

/** A package, or why it would come back. */
export interface CertificationPackage extends Exported {
  /** Empty for a package that can be handed in; otherwise there are no files. */
  readonly problems: readonly Diagnostic[];
}

/**
 * The connector's files as Microsoft asks for them when it certifies a connector, in one zip: the definition, its properties, icon, custom
 * code, readme, and `intro.md` for the page about the connector. The same connector gives the same bytes. `today`: YYYY-MM-DD.
 */
export function certificationLayout(
  exportable: Exportable,
  { today }: { readonly today: string },
): CertificationPackage {
  const { connector } = exportable;
  const { openapi } = partsToExport(exportable);
  const intro = authoredIntro(exportable) ?? { text: introFrom(openapi.value, connector.readme?.text ?? '') };
  const problems = certificationProblems(exportable, intro, today);
  if (problems.length > 0) return { files: new Map(), losses: [], problems };
  const { files, losses } = microsoftLayout(exportable);
  const entries = new Map(
    NAMES.flatMap(([name, packed]): [string, Uint8Array][] => {
      const bytes = files.get(name);
      return bytes === undefined ? [] : [[packed, bytes]];
    }),
  );
  entries.set('intro.md', Buffer.from(intro.text));
  return { files: new Map([[`${connector.id}.zip`, zipped(entries)]]), losses: [...losses, SOLUTIONS], problems };
}

/** What Microsoft's form has, and what it is called in a package. Settings of `paconn` name an environment, and are nobody else's business. */
const NAMES: readonly (readonly [name: string, packed: string])[] = [
  ['apiDefinition.swagger.json', 'apiDefinition.swagger.json'],
  ['apiProperties.json', 'apiProperties.json'],
  ['icon.png', 'icon.png'],
  ['script.csx', 'script.csx'],
  ['README.md', 'readme.md'],
];

/** What only an environment can make. */
const SOLUTIONS: Loss = {
  pointer: '',
  construct: 'solutions',
  message:
    'The solutions that verified publishers hand in are not in the zip: an environment with the connector makes them',
  hint: 'Import the connector into a solution there, export it with a flow that uses it, and put both beside intro.md',
};

function authoredIntro({ connector, read }: Exportable): Intro | undefined {
  const file = fileIn(connector, /^intro\.md$/i);
  if (file === undefined) return undefined;
  const { text } = decodeText(file, read(file));
  return { file, text: text.replace(/\r\n?/g, '\n') };
}

/** Sorted, and of one day: a zip says when its files were written, in the time zone of the machine. */
function zipped(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  const sorted = [...entries].sort(([one], [two]) => (one < two ? -1 : 1));
  return zipSync(
    Object.fromEntries(sorted.map(([name, bytes]) => [name, [new Uint8Array(bytes), { mtime, level: 9 }]])),
  );
}
