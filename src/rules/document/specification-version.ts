import { member } from '../../domain/json.ts';
import { kindOf, quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const specificationVersion: Rule = {
  code: 'document/specification-version',
  document: (document) => {
    const version = member(document, 'swagger');
    if (version === '2.0') return undefined;
    if (version === undefined) {
      const message = 'The document does not say which version of OpenAPI it is written in';
      return [{ at: inOpenApi(''), message, hint: 'Add "swagger": "2.0"', replaces: ['/swagger'] }];
    }
    const written = typeof version === 'string' ? quote(version) : `${kindOf(version)} (${quote(version)})`;
    const message = `"swagger" is ${written} instead of the text "2.0"`;
    return [{ at: inOpenApi('/swagger'), message, hint: 'Write "2.0", with quotes' }];
  },
};
