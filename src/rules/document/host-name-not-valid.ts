import { stringMember } from '../../domain/json.ts';
import { isEnvironmentVariable } from '../facts/environment-variable.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

const HOST = /^[^{}/ :\\]+(:\d+)?$/;

export const hostNameNotValid: Rule = {
  code: 'document/host-name-not-valid',
  document: (document) => {
    const host = stringMember(document, 'host') ?? '';
    if (host.trim() === '' || HOST.test(host) || isEnvironmentVariable(host)) return undefined;
    return [
      { at: inOpenApi('/host'), message: `Host ${quote(host)} is not the name of a server`, hint: hintFor(host) },
    ];
  },
};

function hintFor(host: string): string {
  if (/[{}]/.test(host)) return 'Name one server here, and let a "dynamichosturl" policy put the variable part in';
  if (/^[a-z]+:\/\//i.test(host)) return 'Put the scheme in "schemes", the path in "basePath", and leave the name only';
  if (host.includes('/')) return 'Move what follows the name to "basePath"';
  return 'Write a name such as "api.example.com", or with a port "api.example.com:8443"';
}
