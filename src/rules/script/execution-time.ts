import { scriptSourceOf } from '../facts/script-source.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';

const WAIT = /\b(?:Task\.Delay|Thread\.Sleep)(?=[ \t]{0,20}\()/g;

export const executionTime: Rule = {
  code: 'script/execution-time',
  connector: (connector) => {
    const source = scriptSourceOf(connector);
    if (source === undefined) return undefined;
    return [...source.code.matchAll(WAIT)].map(({ 0: call, index }) => ({
      at: source.placeAt(index),
      message: `The script waits with ${quote(call)}, and it is stopped after five seconds`,
      hint: 'Let the service wait, or let the flow call again',
    }));
  },
};
