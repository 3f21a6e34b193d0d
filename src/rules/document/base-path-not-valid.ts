import { stringMember } from '../../domain/json.ts';
import { isEnvironmentVariable } from '../facts/environment-variable.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const basePathNotValid: Rule = {
  code: 'document/base-path-not-valid',
  document: (document) => {
    const basePath = stringMember(document, 'basePath');
    if (basePath === undefined || basePath.startsWith('/') || isEnvironmentVariable(basePath)) return undefined;
    const hint =
      basePath.trim() === '' ? 'Write "/", or leave "basePath" out' : `Write ${quote(`/${basePath.trim()}`)}`;
    return [{ at: inOpenApi('/basePath'), message: `Base path ${quote(basePath)} does not start with "/"`, hint }];
  },
};
