import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as assert from 'uvu/assert';

/** Compares a rendered text with its golden file; `BLESS=1` rewrites the file, and a missing one fails. */
export function assertGolden(file: string, actual: string): void {
  if (process.env['BLESS'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
    return;
  }
  assert.ok(existsSync(file), `${file} is missing: run with BLESS=1, and read what it writes`);
  assert.fixture(actual, readFileSync(file, 'utf8'), `${file} differs: run with BLESS=1 if that is meant`);
}
