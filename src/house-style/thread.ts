import { parentPort } from 'node:worker_threads';
import { createEngine } from './engine.ts';
import type { Question } from './messages.ts';

// The engine's own thread: what a ruleset or a document could make it do ends with it.
const answer = createEngine();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage('ready');
parentPort?.on('message', (question: Question) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  void answer(question).then((found) => parentPort?.postMessage(found));
});
