import type { JsonObject } from '../domain/json.ts';
import type { PostmanFolder } from './postman-model.ts';
import { plainWords, shortened } from './postman-text.ts';

/** The tag of a folder: its names from the root. Empty for what is in none. */
export function tagOf(folders: readonly string[]): string {
  return shortened(
    folders
      .map(plainWords)
      .filter((name) => name !== '')
      .join(' / '),
    200,
  );
}

/** The tags that operations have, each once, with what its folder says. */
export function tagsOf(folders: readonly PostmanFolder[], used: ReadonlySet<string>): JsonObject[] {
  const tags = new Map<string, JsonObject>();
  for (const { path, description } of folders) {
    const name = tagOf(path);
    if (!used.has(name) || tags.has(name)) continue;
    const text = shortened(plainWords(description), 500);
    tags.set(name, { name, ...(text === '' ? {} : { description: text }) });
  }
  return [...tags.values()];
}
