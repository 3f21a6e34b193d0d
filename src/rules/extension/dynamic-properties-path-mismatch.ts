import { member, objectMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, keyInOpenApi, type Rule } from '../rule.ts';

export const dynamicPropertiesPathMismatch: Rule = {
  code: 'extension/dynamic-properties-path-mismatch',
  dynamicCall: ({ extension, holder, value, operationId, pointer }) => {
    const twin = extension === 'x-ms-dynamic-properties' ? objectMember(holder, 'x-ms-dynamic-schema') : undefined;
    if (twin === undefined || member(twin, 'operationId') !== operationId) return undefined;
    const written = member(value, 'itemValuePath') ?? '';
    const path = member(twin, 'value-path') ?? '';
    if (typeof written !== 'string' || typeof path !== 'string') return undefined;
    const wanted = path.replace(/(^|\/)properties$/, '');
    if (written === wanted || written === path) return undefined;
    const hint = wanted === '' ? 'Remove "itemValuePath"' : `Write ${quote(wanted)}`;
    const at = written === '' ? keyInOpenApi(pointer) : inOpenApi(child(pointer, 'itemValuePath'));
    const message = `"x-ms-dynamic-properties" reads ${placeText(written)}, and "x-ms-dynamic-schema" next to it ${placeText(path)}`;
    return [{ at, message, hint }];
  },
};

function placeText(path: string): string {
  return path === '' ? 'the whole answer' : quote(path);
}
