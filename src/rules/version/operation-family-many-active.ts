import { member } from '../../domain/json.ts';
import type { Operation } from '../../domain/operation.ts';
import { familiesOf, statusOf } from '../facts/annotations.ts';
import { nameInside } from '../facts/operation-name.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Problem, type Rule } from '../rule.ts';

const MOST = 2;
const MOST_IN_PRODUCTION = 1;

export const operationFamilyManyActive: Rule = {
  code: 'version/operation-family-many-active',
  document: (_, { operations }) =>
    [...familiesOf(operations)].flatMap(([family, members]) => {
      const active = members
        .map(([operation]) => operation)
        .filter(({ value }) => member(value, 'deprecated') !== true);
      const inProduction = active.filter(({ value }) => statusOf(value) === 'Production');
      if (inProduction.length > MOST_IN_PRODUCTION) return problemsOf(family, inProduction, ' in Production');
      return active.length > MOST ? problemsOf(family, active, '') : [];
    }),
};

function problemsOf(family: string, active: readonly Operation[], where: string): Problem[] {
  const [first, second] = active;
  if (first === undefined || second === undefined) return [];
  return [
    {
      at: keyInOpenApi(second.pointer),
      message: `Family ${quote(family)} has ${active.length} operations${where} that are not deprecated, one of them ${nameInside(second)}`,
      hint: 'Add "deprecated": true to the older ones',
      related: [{ at: keyInOpenApi(first.pointer), message: 'Another of them' }],
      identity: family,
    },
  ];
}
