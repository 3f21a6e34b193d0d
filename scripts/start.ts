import { runVerb } from '../src/cli/main.ts';
import { start } from '../src/cli/start.ts';

await runVerb(start);
