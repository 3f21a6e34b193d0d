import { parentPort, workerData } from 'node:worker_threads';
import { diskTree } from '../load/disk-tree.ts';
import { openTree } from '../load/load-tree.ts';
import type { ThreadMessage, ThreadTask } from './judge-threads.ts';
import { profilesOf } from './judge.ts';
import { judgeOne } from './judged-one.ts';
import { packed } from './packed-judged.ts';

// Judges beside the main thread, until nobody has a connector left to take.
const { root, paths, judging, taken } = workerData as ThreadTask;
const open = openTree(diskTree(root), paths);
const profileOf = profilesOf(open, judging);

for (let index = Atomics.add(taken, 0, 1); index < open.readers.length; index = Atomics.add(taken, 0, 1)) {
  const connector = open.readers[index]?.();
  tell({ index, judged: connector === undefined ? [] : [packed(judgeOne(connector, profileOf(connector)))] });
}
tell({ findings: open.rest([]).findings });

function tell(message: ThreadMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}
