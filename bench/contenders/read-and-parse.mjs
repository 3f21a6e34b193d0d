// What nobody can leave out who compares documents: reads every file of a folder, and parses it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

let parsed = 0;
for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  try {
    JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8').replace(/^\ufeff/, ''));
    parsed += 1;
  } catch {
    // Some real files are no JSON.
  }
}
console.log(parsed);
