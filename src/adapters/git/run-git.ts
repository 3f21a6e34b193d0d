import { spawnSync } from 'node:child_process';
import { Failure } from '../../domain/failure.ts';

export interface GitResult {
  readonly status: number;
  readonly stdout: Buffer;
  /** Trimmed, in English. */
  readonly stderr: string;
}

/** Read by git itself in place of arguments: a hook that calls us sets them for another repository or index. */
const REDIRECTIONS: ReadonlySet<string> = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_SHALLOW_FILE',
  'GIT_GRAFT_FILE',
  'GIT_REPLACE_REF_BASE',
  'GIT_EXTERNAL_DIFF',
  'GIT_DIFF_OPTS',
  'GIT_TRACE',
]);

/** Nothing that a repository configures may run a program, ask a question, colour the output or write. */
const HARDENED = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'core.quotePath=false', 'color.ui=false'].flatMap(
    (option) => ['-c', option],
  ),
];

/** The largest answer that is read: a listing of a very large tree, or a batch of files. */
const MAX_OUTPUT = 1 << 29;

export interface GitOptions {
  /** Milliseconds after which a call that reaches over a network is given up. */
  readonly timeout?: number;
  /** Settings for this call alone, by name: what is in them is seen neither by other users nor in a listing of processes. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Runs git in a folder and waits for it. A status other than 0 is an answer; only git itself being absent is a failure.
 * @throws Failure (`unavailable`) when git cannot be started or takes too long, (`usage`) when the folder is in no repository, (`interrupted`)
 * after Ctrl-C.
 */
export function runGit(
  folder: string,
  args: readonly string[],
  input: string | Uint8Array = '',
  { timeout, settings = {} }: GitOptions = {},
): GitResult {
  const { status, signal, stdout, stderr, error } = spawnSync('git', [...HARDENED, ...args], {
    cwd: folder,
    env: { ...environment(), ...settingsEnvironment(settings) },
    input,
    maxBuffer: MAX_OUTPUT,
    windowsHide: true,
    ...(timeout === undefined ? {} : { timeout }),
  });
  if (error !== undefined) throw startFailure(folder, error);
  // Ctrl-C reaches git first, and us when this call is over.
  if (signal === 'SIGINT') throw new Failure('interrupted', 'Interrupted while git was at work');
  const message = stderr.toString('utf8').trim();
  refuseOutside(folder, status, message);
  return { status: status ?? 1, stdout, stderr: message };
}

/** Output of a call that has to succeed, as text. */
export function gitText(folder: string, args: readonly string[]): string {
  const { status, stdout, stderr } = runGit(folder, args);
  if (status !== 0) throw gitFailure(args, stderr);
  return stdout.toString('utf8');
}

export function gitFailure(args: readonly string[], stderr: string): Failure {
  const verb = args[0] ?? '';
  return new Failure('unavailable', `git ${verb} failed: ${stderr.split('\n')[0] || 'it gave no reason'}`);
}

function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !REDIRECTIONS.has(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '', GIT_PAGER: 'cat' };
}

function settingsEnvironment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const entries = Object.entries(settings);
  if (entries.length === 0) return {};
  const pairs = entries.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(entries.length), ...Object.fromEntries(pairs) };
}

function startFailure(folder: string, error: Error & { readonly code?: string }): Failure {
  if (error.code === 'ETIMEDOUT') {
    return new Failure('unavailable', `git got no answer in time in "${folder}"`, {
      hint: 'Is the remote reachable? "git fetch" tells',
      cause: error,
    });
  }
  if (error.code === 'ENOBUFS') {
    return new Failure('unavailable', `git gave more than ${MAX_OUTPUT} bytes in "${folder}"`, { cause: error });
  }
  return new Failure('unavailable', `git cannot be started in "${folder}" (${error.code ?? error.message})`, {
    hint: 'Install git 2.30 or newer, and check that the folder is there',
    cause: error,
  });
}

function refuseOutside(folder: string, status: number | null, message: string): void {
  if (status === 0) return;
  if (/not a git repository/i.test(message)) {
    throw new Failure('usage', `Folder "${folder}" is in no git repository`, {
      hint: 'Run this in a clone, or leave out what needs another commit',
    });
  }
  if (/dubious ownership|unsafe repository/i.test(message)) {
    throw new Failure(
      'unavailable',
      `git does not trust the repository of "${folder}", because somebody else owns it`,
      {
        hint: 'Run: git config --global --add safe.directory with the path of the repository',
      },
    );
  }
}
