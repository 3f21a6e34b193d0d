import type { Connector } from '../../domain/connector.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';

// Names of parts, also when they cannot be read or are there twice, Microsoft's own extras, the house style, and what an import remembers.
const KNOWN =
  /^(?:(?:readme|intro)\.md|settings\.json|\.import\.json|apiProperties\.json|connector\.ya?ml|icon\.(?:png|jpe?g)|\.spectral\.(?:ya?ml|json)|.*\.swagger\.json|openapi\.(?:ya?ml|json)|.*\.csx)$/i;
const TESTS = 'tests';

export const unexpected: Rule = {
  code: 'file/unexpected',
  connector: (connector) => {
    if (connector.layout === 'published') return undefined;
    return [...Map.groupBy(strangersIn(connector), ({ entry }) => entry)].map(([entry, files]) => {
      const message =
        files[0]?.isInFolder === true
          ? `Folder ${quote(entry)} is no part of a connector`
          : `File ${quote(entry)} is no part of a connector`;
      return { at: { file: files[0]?.file ?? '' }, message, hint: 'Move it out of the connector, or delete it' };
    });
  },
};

interface Stranger {
  readonly file: string;
  /** The file or folder directly in the connector's folder that it is, or is in. */
  readonly entry: string;
  readonly isInFolder: boolean;
}

function strangersIn({
  files,
  folder,
  openapi,
  properties,
  manifestPart,
  icon,
  script,
  readme,
}: Connector): Stranger[] {
  const parts = new Set([openapi, properties, manifestPart, icon, script, readme].map((part) => part?.file));
  const skipped = folder === '.' ? 0 : folder.length + 1;
  return files.flatMap((file) => {
    const inside = file.slice(skipped);
    const slash = inside.indexOf('/');
    const entry = slash < 0 ? inside : inside.slice(0, slash);
    const isOwn = parts.has(file) || (slash < 0 ? KNOWN.test(entry) : entry === TESTS);
    return isOwn ? [] : [{ file, entry, isInFolder: slash >= 0 }];
  });
}
