// A registry as a process of its own, for tests that kill it: `node serve-child.ts <data folder>` prints its URL.
import { openStore } from '../../src/adapters/store/open-store.ts';
import { EXIT_CODES, Failure } from '../../src/domain/failure.ts';
import { closedBySignal, listen } from '../../src/server/listen.ts';

try {
  const store = await openStore(process.argv[2]!);
  const running = await listen({ store, port: 0, config: { log: { level: 'silent' } } });
  console.log(running.url);
  await closedBySignal(running);
} catch (cause) {
  if (!(cause instanceof Failure)) throw cause;
  console.error(cause.message);
  process.exitCode = EXIT_CODES[cause.kind];
}
