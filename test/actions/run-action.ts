import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';

export interface Annotated {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface ActionRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** `::error ...::`, `::warning ...::`, `::notice ...::` as the runner reads them. */
  readonly annotations: readonly Annotated[];
  readonly masks: readonly string[];
}

export interface ActionCall {
  readonly event: unknown;
  readonly eventName: string;
  readonly workspace?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** What is written to the event file instead of `event`. */
  readonly eventText?: string;
}

/** A folder for what a job leaves: RUNNER_TEMP and the files that the runner makes for each step. */
export class Runner implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'runner-'));
  #steps = 0;

  /** Runs the committed bundle of an action in a process of its own, with the environment that a runner gives and no other. */
  async run(action: string, call: ActionCall): Promise<ActionRun> {
    const files = this.#stepFiles();
    writeFileSync(files.event, call.eventText ?? JSON.stringify(call.event));
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: this.folder,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: call.eventName,
      GITHUB_EVENT_PATH: files.event,
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_STATE: files.state,
      GITHUB_ENV: files.env,
      GITHUB_PATH: files.path,
      GITHUB_REPOSITORY: 'contoso/connectors',
      GITHUB_RUN_ID: '77',
      GITHUB_WORKSPACE: call.workspace ?? this.folder,
      RUNNER_TEMP: this.folder,
      ...inputsOf(action, call.inputs ?? {}),
      ...call.env,
    };
    const child = spawn(process.execPath, [join(process.cwd(), 'actions', action, 'dist/index.mjs')], {
      cwd: env.GITHUB_WORKSPACE,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [stdout, stderr, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), exitOf(child)]);
    const left = [files.state, files.env, files.path].map((file) => readFileSync(file, 'utf8')).join('');
    if (left !== '') throw new Error(`The action wrote to the state, environment or path of the job: ${left}`);
    return {
      code,
      stdout,
      stderr,
      outputs: outputsOf(readFileSync(files.output, 'utf8')),
      summary: readFileSync(files.summary, 'utf8'),
      annotations: commandsOf(stdout).filter((one) => ['error', 'warning', 'notice'].includes(one.command)),
      masks: commandsOf(stdout).flatMap((one) => (one.command === 'add-mask' ? [one.message] : [])),
    };
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #stepFiles(): Readonly<Record<'event' | 'output' | 'summary' | 'state' | 'env' | 'path', string>> {
    this.#steps += 1;
    const file = (name: string): string => {
      const path = join(this.folder, `step-${this.#steps}-${name}`);
      writeFileSync(path, '');
      return path;
    };
    const [event, output, summary] = [file('event.json'), file('output'), file('summary.md')];
    return { event, output, summary, state: file('state'), env: file('env'), path: file('path') };
  }
}

/** Each input of action.yml as the runner passes it: what is given, or its default with expressions evaluated. */
function inputsOf(action: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const { inputs } = load(readFileSync(`actions/${action}/action.yml`, 'utf8')) as {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  };
  for (const name of Object.keys(given)) if (!(name in inputs)) throw new Error(`${action} has no input "${name}"`);
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { default: standard }]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      given[name] ?? (standard.includes('${{') ? '' : standard),
    ]),
  );
}

/** `name<<delimiter\nvalue\ndelimiter`, as the runner reads GITHUB_OUTPUT. */
function outputsOf(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, delimiter] = /^(.+?)<<(.+)$/.exec(lines[at]!) ?? [];
    if (name === undefined) continue;
    const end = lines.indexOf(delimiter!, at + 1);
    outputs[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return outputs;
}

/** Workflow commands: any line of the output that starts with `::`, whoever printed it. */
function commandsOf(stdout: string): Annotated[] {
  return stdout.split(/\r\n|\n|\r/).flatMap((line) => {
    const [, command, properties = '', message = ''] = /^::([a-z-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
    if (command === undefined) return [];
    const pairs = properties.split(',').filter((pair) => pair !== '');
    return [{ command, message: unescape(message), properties: Object.fromEntries(pairs.map(pairOf)) }];
  });
}

function pairOf(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return [
    pair.slice(0, at),
    unescape(
      pair
        .slice(at + 1)
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ','),
    ),
  ];
}

function unescape(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) text += String(chunk);
  return text;
}

async function exitOf(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code));
  });
}
