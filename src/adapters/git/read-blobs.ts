import { gitFailure, runGit } from './run-git.ts';

/** The bytes of blobs by hash, in one call. One that is not in the clone is left out. */
export function readBlobs(folder: string, hashes: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const args = ['cat-file', '--batch'];
  const { status, stdout, stderr } = runGit(folder, args, [...new Set(hashes), ''].join('\n'));
  if (status !== 0) throw gitFailure(args, stderr);
  return parseBatch(stdout);
}

/** For each blob `<hash> blob <size>\n<bytes>\n`, or `<hash> missing\n`. */
function parseBatch(output: Buffer): ReadonlyMap<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(0x0a, at);
    if (end < 0) break;
    const [hash = '', kind, size] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (kind !== 'blob') continue;
    blobs.set(hash, new Uint8Array(output.subarray(at, at + Number(size))));
    at += Number(size) + 1;
  }
  return blobs;
}
