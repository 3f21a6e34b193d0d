import { gitTree } from '../adapters/git/git-tree.ts';
import type { Connector } from '../domain/connector.ts';
import type { Mended } from '../domain/mended.ts';
import { tokensOf, type Pointer } from '../domain/pointer.ts';
import { digestOf, revisionContentOf } from '../digest/revision-digest.ts';
import { acknowledgementInert } from '../fix/metadata/acknowledgement-inert.ts';
import { sourceDocument } from '../fix/source-document.ts';
import { applyEdits } from '../fix/text-edit.ts';
import { diskTree } from '../load/disk-tree.ts';
import { loadTree } from '../load/load-tree.ts';
import { positionAt } from '../places/position.ts';
import { filePlaceOf } from '../rules/file-places.ts';
import { inertEntries } from '../rules/inert-acknowledgements.ts';
import { knownNow } from './known-now.ts';
import { replaceFile } from './replace-file.ts';
import type { TreeGroup } from './tree-groups.ts';
import { withMark } from './with-mark.ts';

/**
 * Deletes the acknowledgements that were given for another base than a git revision has, from connector.yaml and registry.yaml.
 * @throws Failure as `replaceFile` and `gitTree` do.
 */
export function dropInert({ root, paths }: TreeGroup, base: string): Mended[] {
  const tree = diskTree(root);
  const after = loadTree(tree, paths);
  if (!after.connectors.some(({ manifest }) => manifest.acknowledgements.length > 0)) return [];
  const { formerly } = knownNow(after.connectors, loadTree(gitTree(root, base), paths).connectors);
  const places = after.connectors.flatMap((connector) => inertPlaces(connector, formerly.get(connector)));
  return [...Map.groupBy(places, ({ file }) => file)].flatMap(([file, those]) => {
    const former = tree.read(file);
    const text = after.texts.get(file) ?? those[0]?.connector.texts.get(file);
    if (text === undefined) return [];
    const dropped = dropFrom(file, text, those);
    replaceFile(root, { from: file, path: file, former, bytes: withMark(former, dropped.text) });
    return dropped.mended;
  });
}

interface InertPlace {
  readonly connector: Connector;
  readonly file: string;
  readonly pointer: Pointer;
}

function inertPlaces(connector: Connector, former: Connector | undefined): InertPlace[] {
  const content = former === undefined ? undefined : revisionContentOf(former);
  if (content === undefined) return [];
  return inertEntries(connector, digestOf(content)).flatMap(({ at }) => {
    const { file, pointer } = filePlaceOf(connector, at);
    return pointer === undefined ? [] : [{ connector, file, pointer }];
  });
}

/** The last ones first, so that the places of those before them stay. */
function dropFrom(
  file: string,
  authored: string,
  places: readonly InertPlace[],
): { readonly text: string; readonly mended: readonly Mended[] } {
  const last = (pointer: Pointer): number => Number(tokensOf(pointer).at(-1));
  const mended: Mended[] = [];
  let text = authored;
  for (const { connector, pointer } of places.toSorted((one, two) => last(two.pointer) - last(one.pointer))) {
    const document = sourceDocument(file, text);
    const draft = acknowledgementInert.mend({ document, pointer });
    if (draft?.kind !== 'text') continue;
    const start = document.nodeAt(pointer)?.start ?? 0;
    const about = { code: acknowledgementInert.code, connector: connector.id, file };
    mended.unshift({
      ...about,
      start: positionAt(text, start),
      before: 'an acknowledgement for another base',
      after: '',
    });
    text = applyEdits(text, draft.edits);
  }
  return { text, mended };
}
