// A registry in a process of its own, so that it can be killed or stopped: its address is the first line that it writes.
import { openStore } from '../../src/adapters/store/open-store.ts';
import { closedBySignal, listen } from '../../src/server/listen.ts';

const [, , folder = ''] = process.argv;
const store = await openStore(folder);
const running = await listen({ store, port: 0, config: { log: { level: 'silent' } } });
console.log(running.url);
await closedBySignal(running);
