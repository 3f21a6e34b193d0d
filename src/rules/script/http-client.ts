import { scriptSourceOf } from '../facts/script-source.ts';
import type { Rule } from '../rule.ts';

const CLIENT = /\bnew[ \t]{1,20}(?:System\.Net\.Http\.)?HttpClient\b/g;

export const httpClient: Rule = {
  code: 'script/http-client',
  connector: (connector) => {
    const source = scriptSourceOf(connector);
    if (source === undefined) return undefined;
    return [...source.code.matchAll(CLIENT)].map(({ index }) => ({
      at: source.placeAt(index),
      message: 'The script makes an HTTP client of its own, which goes around the connection',
      hint: 'Send with "this.Context.SendAsync(request, this.CancellationToken)"',
    }));
  },
};
