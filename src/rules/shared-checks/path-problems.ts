import { entriesOf, member, type JsonObject } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import { isExtensionKey } from '../facts/path-template.ts';
import { keyInOpenApi, type Problem } from '../rule.ts';

/** One finding, at its key, for each path template that a check has words for. */
export function checkPaths(
  document: JsonObject,
  check: (path: string) => Pick<Problem, 'message' | 'hint'> | undefined,
): Problem[] {
  return entriesOf(member(document, 'paths')).flatMap(([path]) => {
    const words = isExtensionKey(path) ? undefined : check(path);
    return words === undefined ? [] : [{ ...words, at: keyInOpenApi(pointerTo('paths', path)) }];
  });
}
