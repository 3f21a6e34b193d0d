// The floor F: what nobody who judges connectors can leave out. Reads every file, hashes it, parses JSON, judges definitions by the
// official schema of OpenAPI 2.0 (compiled ahead of time), and visits every value once.
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
// Made by floor-schema.ts before this is bundled.
import { validate } from 'official-schema';

let valid = 0;
let nodes = 0;
const digests: string[] = [];

function visit(value: unknown): void {
  nodes += 1;
  if (typeof value !== 'object' || value === null) return;
  for (const key in value) visit((value as Record<string, unknown>)[key]);
}

function judge(path: string, bytes: Buffer): void {
  if (!path.endsWith('.json')) return;
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    visit(value);
    if (/\.swagger\.json$/i.test(path) && validate(value)) valid += 1;
  } catch {
    // No JSON: a floor has nothing more to say.
  }
}

for (const entry of readdirSync(process.argv[2] ?? '.', { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath, entry.name);
  const bytes = readFileSync(path);
  digests.push(hash('sha256', bytes));
  judge(path, bytes);
}
console.log(digests.length, valid, nodes);
