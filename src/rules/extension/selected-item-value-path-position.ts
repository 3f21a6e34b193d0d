import { member } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { keyInOpenApi, type Problem, type Rule } from '../rule.ts';

const KEY = 'selectedItemValuePath';

export const selectedItemValuePathPosition: Rule = {
  code: 'extension/selected-item-value-path-position',
  dynamicCall: ({ extension, value, parameters, pointer }) => {
    if (extension === 'x-ms-dynamic-tree/browse') return undefined;
    const own = member(value, KEY) === undefined ? [] : [problemAt(pointer)];
    const passed = parameters.flatMap(([name, given]) =>
      member(given, KEY) === undefined ? [] : [problemAt(child(pointer, 'parameters', name))],
    );
    return [...own, ...passed];
  },
};

function problemAt(holder: Pointer): Problem {
  const message = `Nothing is selected yet here, so "${KEY}" has no value`;
  const hint = 'Use it in "browse" of "x-ms-dynamic-tree" only';
  return { at: keyInOpenApi(child(holder, KEY)), message, hint };
}
