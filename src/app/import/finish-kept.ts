import { operationsOf } from '../../domain/operation.ts';
import { objectMember, stringMember } from '../../domain/json.ts';
import { diskTree } from '../../load/disk-tree.ts';
import type { ImportReport } from '../../report/import-report.ts';
import { parseDecisions } from './decisions.ts';
import type { Destination } from './destination.ts';
import { schemaFrom, withRecord, type Finished } from './finish-import.ts';
import { judgeFolder } from './judge-files.ts';
import type { KeptConnector } from './kept-connector.ts';
import { manifestText } from './manifest-text.ts';
import { nextCommands } from './next-commands.ts';
import { overlaidTree } from './overlaid-tree.ts';
import { publishedView } from './published-view.ts';

/** Nobody decided anything. */
const NOTHING_DECIDED = parseDecisions(undefined);

/** The folder of a connector that is complete, judged and not mended. Nothing is written. */
export function finishKept(kept: KeptConnector, destination: Destination, source: ImportReport['source']): Finished {
  const { root, folder, name, shown, today, absolute } = destination;
  const tree = diskTree(root);
  const files = withRecord(filesOf(kept, schemaFrom(tree, folder)), NOTHING_DECIDED);
  const judged = judgeFolder({ tree: overlaidTree(tree, folder, files), folder, today });
  const view = publishedView(kept.document.value);
  return {
    folder: absolute,
    files,
    report: {
      version: 1,
      connector: name,
      folder: shown,
      source,
      files: [...files.keys()],
      title: stringMember(objectMember(view.document, 'info'), 'title') ?? name,
      operations: operationsOf(view.document).length,
      losses: [...kept.losses, ...view.refused, ...view.losses],
      notes: kept.notes,
      mended: 0,
      ...judged,
      next: nextCommands(shown, name, judged.errors.length === 0),
    },
  };
}

function filesOf({ native, document, others }: KeptConnector, schema: string): Map<string, Uint8Array> {
  return new Map([
    ['connector.yaml', Buffer.from(manifestText(native, schema, 'authored'))],
    [document.file, Buffer.from(document.text)],
    ...others,
  ]);
}
