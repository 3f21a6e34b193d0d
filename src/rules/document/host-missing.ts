import { member } from '../../domain/json.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const hostMissing: Rule = {
  code: 'document/host-missing',
  document: (document) => {
    const host = member(document, 'host');
    const isBlank = typeof host === 'string' && host.trim() === '';
    if (host !== undefined && !isBlank) return undefined;
    return [
      {
        at: inOpenApi(isBlank ? '/host' : ''),
        message: 'The document names no host, so there is no address to call',
        hint: 'Add "host" with the name of the server, for example "api.example.com"',
        replaces: ['/host'],
      },
    ];
  },
};
