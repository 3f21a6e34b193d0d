import { member } from '../../domain/json.ts';
import { resolveCall } from '../facts/resolved-call.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

/** The newer form of an extension, which can name a property of a body. */
const TWINS: Readonly<Record<string, string>> = {
  'x-ms-dynamic-values': 'x-ms-dynamic-list',
  'x-ms-dynamic-schema': 'x-ms-dynamic-properties',
};

export const dynamicListRequired: Rule = {
  code: 'extension/dynamic-list-required',
  dynamicCall: (call, subject) => {
    const twin = TWINS[call.extension];
    if (twin === undefined || call.parameters.length === 0 || member(call.holder, twin) !== undefined) return undefined;
    for (const { reference } of resolveCall(call, subject).passed) {
      for (const { found } of reference?.givers ?? []) {
        if (found.kind !== 'found' || (found.input.kind === 'parameter' && !found.input.isAmbiguous)) continue;
        const name = quote(reference?.name);
        const what = found.input.isAmbiguous ? 'both a parameter and a property of the body' : 'a property of the body';
        const message = `"${call.extension}" takes ${name}, ${what}, which it cannot name`;
        return [
          { at: keyInOpenApi(call.pointer), message, hint: `Add "${twin}" next to it, with "parameterReference"` },
        ];
      }
    }
    return undefined;
  },
};
