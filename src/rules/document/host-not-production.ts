import { stringMember } from '../../domain/json.ts';
import { policyOperationsOf } from '../facts/policies.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

const WORDS = new Set(['dev', 'test', 'testing', 'stage', 'staging', 'stg', 'uat', 'qa', 'sandbox', 'demo', 'preprod']);
const ANYWHERE = /localhost|ngrok|sandbox|staging|preprod/;
const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?$/;

export const hostNotProduction: Rule = {
  code: 'document/host-not-production',
  document: (document, subject) => {
    const host = stringMember(document, 'host') ?? '';
    const why = whyNot(host.toLowerCase());
    if (why === undefined || isPlaceholder(subject)) return undefined;
    const message = `Host ${quote(host)} ${why}`;
    return [{ at: inOpenApi('/host'), message, hint: 'Name the server that makers are to call in production' }];
  },
};

/** The last two labels are a domain that somebody owns, whatever it says: dev.to is no test server. */
function whyNot(host: string): string | undefined {
  if (ADDRESS.test(host)) return 'is an address instead of a name';
  const labels = host.replace(/:\d+$/, '').split('.').slice(0, -2).join('.');
  const word = labels.split(/[^a-z]+/).find((one) => WORDS.has(one)) ?? ANYWHERE.exec(host)?.[0];
  return word === undefined ? undefined : `looks like no production server: it says "${word}"`;
}

/** Whether a policy puts another host in for every operation, so that nobody calls this one; or whether nobody knows. */
function isPlaceholder({ policies, properties }: Subject): boolean {
  return (
    properties === undefined ||
    policies.some((policy) => policy.template === 'dynamichosturl' && policyOperationsOf(policy).length === 0)
  );
}
