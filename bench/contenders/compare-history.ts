// The engine alone over a folder of updates: reads each pair, parses it, compares it, and says how many changes there are.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveConnectorId } from '../../src/domain/connector-id.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { diffConnectors } from '../../src/diff/diff-connectors.ts';
import { connectorFromRevision } from '../../src/load/from-revision.ts';

const [history = '.'] = process.argv.slice(2);
const id = deriveConnectorId('bench');
let changes = 0;

function read(folder: string, side: 'before' | 'after'): JsonObject | undefined {
  try {
    return JSON.parse(
      readFileSync(join(history, folder, `${side}.json`), 'utf8').replace(/^\u{feff}/u, ''),
    ) as JsonObject;
  } catch {
    return undefined;
  }
}

for (const entry of readdirSync(history, { withFileTypes: true })) {
  const [before, after] = [read(entry.name, 'before'), read(entry.name, 'after')];
  if (before === undefined || after === undefined) continue;
  const [older, newer] = [before, after].map((openapi) => connectorFromRevision(id, { openapi, properties: {} }));
  if (older !== undefined && newer !== undefined) changes += diffConnectors(older, newer).length;
}
console.log(changes);
