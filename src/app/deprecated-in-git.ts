import { fileHistory } from '../adapters/git/file-history.ts';
import { deprecatedIds } from '../domain/deprecated-ids.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { decodeText } from '../load/decode-text.ts';
import { parseJson } from '../load/parse-json.ts';
import { parseYaml } from '../load/parse-yaml.ts';
import { formatOf } from '../places/locate.ts';

/**
 * Since when operations are deprecated on a branch: by id, the day of the commit that brought it there, for a deprecation that has stood
 * since. One that is older than the file's name, or than a shallow clone reaches, counts from the oldest commit that can be seen.
 * `file` is the definition, relative to the folder.
 */
export function deprecatedInGit(
  folder: string,
  ref: string,
  file: string,
  ids: readonly string[],
): ReadonlyMap<string, string> {
  const since = new Map<string, string>();
  let open = [...ids];
  for (const { day, bytes } of open.length === 0 ? [] : fileHistory(folder, ref, file)) {
    const deprecated = deprecatedIds(documentOf(file, bytes));
    open = open.filter((id) => deprecated.has(id));
    if (open.length === 0) break;
    for (const id of open) since.set(id, day);
  }
  return since;
}

function documentOf(file: string, bytes: Uint8Array | undefined): JsonObject {
  if (bytes === undefined) return {};
  const { text } = decodeText(file, bytes);
  const { value } = formatOf(file) === 'yaml' ? parseYaml(file, text) : parseJson(file, text);
  return isObject(value) ? value : {};
}
