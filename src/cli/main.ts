import { CommanderError } from 'commander';
import { EXIT_CODES, Failure } from '../domain/failure.ts';
import { printable } from '../report/printable.ts';
import { program } from './program.ts';
import { endOnSignals } from './signals.ts';

const OUR_BUG = 70;

/** Runs one command line and sets the exit code of the table in docs/command-line.md. Never throws. */
export async function main(argv: readonly string[]): Promise<void> {
  await runVerb(async () => {
    const command = await program(argv);
    await command.parseAsync([...argv], { from: 'user' });
  });
}

/** Runs one verb to its end and turns how it ended into an exit code and a message. */
export async function runVerb(verb: () => Promise<void>): Promise<void> {
  endOnSignals();
  process.stdout.on('error', ignoreClosedPipe);
  try {
    await verb();
  } catch (cause) {
    process.exitCode = told(cause);
  }
}

/** Writes why a run ended, and gives its exit code. */
function told(cause: unknown): number {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : EXIT_CODES.usage;
  if (cause instanceof Failure) {
    const hint = cause.hint === undefined ? '' : `\n  ${cause.hint}`;
    console.error(`connectors: ${lines(cause.message)}${lines(hint)}`);
    return EXIT_CODES[cause.kind];
  }
  const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  console.error(`connectors: this is a bug in connectors itself, please report it with these lines:\n${lines(stack)}`);
  return OUR_BUG;
}

function lines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** `connectors validate | head` is no error. */
function ignoreClosedPipe(cause: NodeJS.ErrnoException): void {
  if (cause.code === 'EPIPE') process.exit(0);
  throw cause;
}
