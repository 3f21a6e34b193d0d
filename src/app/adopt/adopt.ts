import type { ConnectorId } from '../../domain/connector-id.ts';
import { parseConnectorId } from '../../domain/connector-id.ts';
import { digestOf } from '../../digest/revision-digest.ts';
import { diskTree } from '../../load/disk-tree.ts';
import { loadTree } from '../../load/load-tree.ts';
import type { AdoptReport } from '../../report/adopt-report.ts';
import type { Destination } from '../import/destination.ts';
import { finishKept } from '../import/finish-kept.ts';
import { RECORD_FILE } from '../import/import-record.ts';
import { writeFolder } from '../write-folder.ts';
import type { Adoptable } from './adoptable.ts';
import { differences } from './differences.ts';

/**
 * Writes the folder of a connector that is published already, reads it back, and says whether it would publish the same.
 * @throws Failure (`refused`) when there is such a folder, (`unavailable`) when it cannot be written.
 */
export function adopt({ kept, content, source }: Adoptable, destination: Destination): AdoptReport {
  const { folder, files, report } = finishKept(kept, destination, source);
  // What an import remembers is for merging a newer source of the same kind; a registry is planned against instead.
  const written = new Map([...files].filter(([name]) => name !== RECORD_FILE || source.kind !== 'a registry'));
  writeFolder({ folder, files: written });
  const [connector] = loadTree(diskTree(destination.root), [destination.folder]).connectors;
  return {
    ...report,
    files: [...written.keys()],
    adopted: { digest: digestOf(content), differences: differences(idOf(destination), content, connector) },
  };
}

function idOf({ name }: Destination): ConnectorId {
  const id = parseConnectorId(name);
  if (id === undefined) throw new Error('a destination has a name that is one');
  return id;
}
