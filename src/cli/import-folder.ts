import { keepFolder } from '../app/import/keep-folder.ts';
import { openFolder } from '../app/import/open-folder.ts';
import { importKept } from './import-kept.ts';
import type { ReadyImport } from '../app/import/ready-import.ts';
import type { ImportOptions } from './import-source.ts';

/** A folder of Microsoft's form in our own. */
export function importFolder(path: string, named: string, options: ImportOptions): ReadyImport {
  const kept = keepFolder(openFolder(path, named));
  return importKept(kept, { name: named, kind: 'a folder of Microsoft’s form' }, options);
}
