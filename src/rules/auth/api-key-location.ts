import { entriesOf, member } from '../../domain/json.ts';
import { child, pointerTo } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

export const apiKeyLocation: Rule = {
  code: 'auth/api-key-location',
  document: (document) =>
    entriesOf(member(document, 'securityDefinitions')).flatMap(([name, scheme]) => {
      if (member(scheme, 'type') !== 'apiKey') return [];
      const pointer = pointerTo('securityDefinitions', name);
      const location = member(scheme, 'in');
      const key = member(scheme, 'name');
      const problems: Problem[] = [];
      if (location !== undefined && location !== 'header' && location !== 'query') {
        const message = `The API key goes to ${quote(location)}, which is neither "header" nor "query"`;
        problems.push({ at: inOpenApi(child(pointer, 'in')), message, hint: 'Use "header" if the service takes both' });
      }
      if (typeof key === 'string' && key.trim() === '') {
        const message = `Security definition ${quote(name)} does not name the header or query parameter of the key`;
        problems.push({
          at: inOpenApi(child(pointer, 'name')),
          message,
          hint: 'Write its name, for example "X-Api-Key"',
        });
      }
      return problems;
    }),
};
