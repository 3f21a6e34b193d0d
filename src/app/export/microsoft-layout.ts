import { writtenAnew } from '../import/apply-answers.ts';
import type { Exportable } from './exportable.ts';
import type { Exported } from './exported.ts';
import { partsToExport } from './parts-to-export.ts';

/** The folder that PowerPlatformConnectors and `paconn` have: apiDefinition.swagger.json, apiProperties.json, icon, script, readme. */
export function microsoftLayout(exportable: Exportable): Exported {
  const { connector, read } = exportable;
  const { openapi, properties } = partsToExport(exportable);
  const files = new Map<string, Uint8Array>([
    ['apiDefinition.swagger.json', Buffer.from(writtenAnew('.json', openapi.value))],
    ['apiProperties.json', Buffer.from(writtenAnew('.json', { properties: properties.value }))],
  ]);
  const { icon, script, readme } = connector;
  if (icon !== undefined) files.set(/\.jpe?g$/i.test(icon.file) ? 'icon.jpg' : 'icon.png', icon.bytes);
  if (script !== undefined) files.set('script.csx', read(script.file));
  if (readme !== undefined) files.set('README.md', read(readme.file));
  return { files, losses: [] };
}
