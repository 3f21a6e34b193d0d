import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findExportables } from '../../../src/app/export/exportable.ts';
import { microsoftLayout } from '../../../src/app/export/microsoft-layout.ts';
import { destinationFor } from '../../../src/app/import/destination.ts';
import { finishKept } from '../../../src/app/import/finish-kept.ts';
import { keepFolder } from '../../../src/app/import/keep-folder.ts';
import { openFolder } from '../../../src/app/import/open-folder.ts';
import { writeFolder } from '../../../src/app/write-folder.ts';
import type { Loss } from '../../../src/convert/openapi-3-to-2.ts';
import type { ImportReport } from '../../../src/report/import-report.ts';
import { inTemporaryFolder } from '../../load/temporary-folder.ts';

/** A definition that says the least. */
export const DEFINITION =
  '{\n  "swagger": "2.0",\n  "info": {"title": "Weather", "version": "1.0"},\n  "host": "api.contoso.com",\n  "paths": {}\n}\n';

export type Texts = Readonly<Record<string, string>>;

export interface RoundTrip {
  /** Texts by name, one character a byte for what is no UTF-8. */
  readonly imported: Texts;
  readonly exported: Texts;
  readonly report: ImportReport;
  readonly losses: readonly Loss[];
}

/** Writes a folder of Microsoft's form called `Weather`, imports it, and exports what was imported. */
export function roundTrip(files: Readonly<Record<string, string | Uint8Array>>): RoundTrip {
  let result: RoundTrip | undefined;
  const source = { 'apiDefinition.swagger.json': DEFINITION, 'apiProperties.json': '{"properties": {}}', ...files };
  const named = Object.fromEntries(Object.entries(source).map(([name, content]) => [`Weather/${name}`, content]));
  inTemporaryFolder(named, ({ root }) => {
    mkdirSync(join(root, 'out'));
    const kept = keepFolder(openFolder(join(root, 'Weather'), 'Weather'));
    const wish = { workingFolder: root, name: kept.name, out: 'out', today: '2027-01-01' };
    const finished = finishKept(kept, destinationFor(wish, ''), { name: 'Weather', kind: 'a folder' });
    writeFolder(finished);
    const [exportable] = findExportables(root, [`out/${kept.name}`]);
    const { files: exported, losses } = microsoftLayout(exportable!);
    result = { imported: textsOf(finished.files), exported: textsOf(exported), report: finished.report, losses };
  });
  return result!;
}

function textsOf(files: ReadonlyMap<string, Uint8Array>): Texts {
  return Object.fromEntries([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
}
