import { arrayMember } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import { stringsIn } from '../facts/csharp.ts';
import { quote } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

export const operationSwitch: Rule = {
  code: 'script/operation-switch',
  properties: (properties, { connector: { script } }) => {
    const listed = arrayMember(properties, 'scriptOperations') ?? [];
    if (script === undefined || listed.length < 2) return undefined;
    const strings = stringsIn(script.text);
    // A script that names none treats all alike.
    if (!listed.some((id) => typeof id === 'string' && strings.has(id))) return undefined;
    return listed.flatMap((id, index) =>
      typeof id !== 'string' || strings.has(id)
        ? []
        : [
            {
              at: inProperties(pointerTo('scriptOperations', index)),
              message: `The script names other operations it serves, and not ${quote(id)}`,
              hint: 'Handle it in the script, or remove it from the list',
            },
          ],
    );
  },
};
