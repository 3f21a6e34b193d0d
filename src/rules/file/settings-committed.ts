import { isPlaceholder } from '../../domain/secrets/placeholder.ts';
import { quote } from '../quote.ts';
import type { Problem, Rule } from '../rule.ts';

// Of the arguments of paconn those that name something in somebody's tenant.
const TENANT_VALUES = /"(environment|connectorId)"\s*:\s*"([^"\n]{1,200})"/g;

export const settingsCommitted: Rule = {
  code: 'file/settings-committed',
  connector: ({ texts }) => {
    const problems: Problem[] = [];
    for (const [file, text] of texts) {
      if (!/(?:^|\/)settings\.json$/i.test(file)) continue;
      for (const { 1: key = '', 2: value = '', index } of text.matchAll(TENANT_VALUES)) {
        if (!isPlaceholder(value)) problems.push(problemOf(key, value, { file, offset: index }));
      }
    }
    return problems;
  },
};

function problemOf(key: string, value: string, at: Problem['at']): Problem {
  const what = key === 'environment' ? 'an environment' : 'a connector';
  const message = `${quote(value)} names ${what} of your tenant`;
  return { at, message, hint: `Remove "${key}" and give it on the command line, or leave settings.json out of git` };
}
