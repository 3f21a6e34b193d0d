import type { Json } from '../domain/json.ts';
import { startEngineThread, type EngineLimits, type EngineThread, type Reply } from './engine-thread.ts';
import type { CheckedRuleset } from './read-ruleset.ts';

/** A ruleset with the name that tells it from others. */
export interface NamedRuleset {
  readonly key: string;
  readonly ruleset: CheckedRuleset;
}

/** Runs rulesets in a thread that is made when it is first needed, and made anew when it had to be ended. */
export interface StyleJudge {
  readonly prepare: (ruleset: NamedRuleset) => Promise<Reply>;
  readonly judge: (ruleset: NamedRuleset, document: Json, source: string) => Promise<Reply>;
  readonly end: () => Promise<void>;
}

/** Each overrun costs its whole time, so a tree of hostile documents gets no more than this. */
const MOST_OVERRUNS = 3;

export function createStyleJudge(limits: EngineLimits): StyleJudge {
  const prepared = new Map<string, Reply>();
  let thread: EngineThread | undefined;
  let overruns = 0;

  const ask = async (question: Parameters<EngineThread['ask']>[0]): Promise<Reply> => {
    if (overruns >= MOST_OVERRUNS) return { kind: 'failed', why: `${MOST_OVERRUNS} others took too long` };
    thread ??= startEngineThread(limits);
    const reply = await thread.ask(question);
    if (reply.kind !== 'stopped') return reply;
    overruns += 1;
    await end();
    return reply;
  };
  const prepare = async ({ key, ruleset }: NamedRuleset): Promise<Reply> => {
    const reply = prepared.get(key) ?? (await ask({ kind: 'prepare', key, ruleset }));
    if (reply.kind === 'prepared' || reply.kind === 'refused') prepared.set(key, reply);
    return reply;
  };
  const end = async (): Promise<void> => {
    const ended = thread?.end();
    thread = undefined;
    prepared.clear();
    await ended;
  };
  const judge = async (named: NamedRuleset, document: Json, source: string): Promise<Reply> => {
    const ready = await prepare(named);
    return ready.kind === 'prepared' ? ask({ kind: 'judge', key: named.key, document, source }) : ready;
  };
  return { prepare, judge, end };
}
