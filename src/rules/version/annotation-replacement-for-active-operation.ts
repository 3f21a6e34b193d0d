import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { annotationOf } from '../facts/annotations.ts';
import { nameOf } from '../facts/operation-name.ts';
import { quoteChoice } from '../quote.ts';
import { inOpenApi, keyInOpenApi, type Problem, type Rule } from '../rule.ts';

export const annotationReplacementForActiveOperation: Rule = {
  code: 'version/annotation-replacement-for-active-operation',
  operation: (operation) => {
    const annotation = annotationOf(operation);
    if (annotation?.replacement === undefined) return undefined;
    const place = child(annotation.pointer, 'replacement');
    const absent = ['api', 'operationId'].filter((key) => member(annotation.replacement, key) === undefined);
    const problems: Problem[] = [];
    if (member(operation.value, 'deprecated') !== true) {
      const message = `${nameOf(operation)} names its replacement and is not deprecated`;
      problems.push({ at: keyInOpenApi(place), message, hint: 'Add "deprecated": true, or remove "replacement"' });
    }
    if (absent.length > 0) {
      const message = `${nameOf(operation)} names its replacement without ${quoteChoice(absent, 'and')}`;
      problems.push({
        at: inOpenApi(place),
        message,
        hint: 'Name the connector in "api" and the operation in "operationId"',
      });
    }
    return problems;
  },
};
