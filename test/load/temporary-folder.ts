import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface TemporaryFolder {
  /** Absolute. */
  readonly root: string;
  readonly write: (path: string, content: string | Uint8Array) => void;
}

/** Runs with a folder on disk that holds these files, by path, and removes it afterwards. */
export function inTemporaryFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  run: (folder: TemporaryFolder) => void,
): void {
  const root = mkdtempSync(join(tmpdir(), 'connectors-'));
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  try {
    for (const [path, content] of Object.entries(files)) write(path, content);
    run({ root, write });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
