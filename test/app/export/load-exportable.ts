import type { Exportable } from '../../../src/app/export/exportable.ts';
import { loadTree } from '../../../src/load/load-tree.ts';
import { memoryTree } from '../../load/memory-tree.ts';

/** A document with a title, a host and no operations; `more` counts before it. */
export function documentText(more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    swagger: '2.0',
    info: { title: 'Weather', description: 'Tells the weather of a place.', version: '1.0' },
    host: 'api.contoso.com',
    basePath: '/v1',
    schemes: ['https'],
    paths: {},
    ...more,
  });
}

/** The connector `weather` with these files, as `export` finds it. */
export function loadExportable(files: Readonly<Record<string, string | Uint8Array>>): Exportable {
  const tree = memoryTree(Object.fromEntries(Object.entries(files).map(([name, text]) => [`weather/${name}`, text])));
  const [connector] = loadTree(tree, ['weather']).connectors;
  if (connector === undefined) throw new Error('there is no connector in these files');
  return { connector, shown: 'weather', read: tree.read };
}
