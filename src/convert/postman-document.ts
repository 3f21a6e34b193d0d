import type { Json } from '../domain/json.ts';
import type { Group } from './postman-groups.ts';
import type { PostmanCollection } from './postman-model.ts';
import type { OperationName } from './postman-names.ts';
import { operationOf } from './postman-operation.ts';
import type { Reading } from './postman-reading.ts';
import { definitionOf, type Scheme } from './postman-security.ts';
import { tagOf, tagsOf } from './postman-tags.ts';

/** Paths, security and tags of the OpenAPI document. */
export function documentParts(
  collection: PostmanCollection,
  groups: readonly Group[],
  names: readonly OperationName[],
  scheme: Scheme,
  reading: Reading,
): Readonly<Record<string, Json>> {
  const paths = new Map<string, Record<string, Json>>();
  for (const [index, group] of groups.entries()) {
    const item = paths.get(group.path) ?? {};
    const name = names[index] ?? { id: 'Operation', summary: 'Operation' };
    item[group.verb] = operationOf(group, name, scheme, reading);
    paths.set(group.path, item);
  }
  const definition = definitionOf(scheme);
  const used = new Set(groups.map(({ members }) => tagOf(members[0]?.request.folders ?? [])));
  const tags = tagsOf(collection.folders, used);
  return {
    paths: Object.fromEntries(paths),
    ...(definition === undefined
      ? {}
      : { securityDefinitions: { [definition[0]]: definition[1] }, security: [{ [definition[0]]: scopesOf(scheme) }] }),
    ...(tags.length === 0 ? {} : { tags }),
  };
}

function scopesOf(scheme: Scheme): readonly string[] {
  return scheme.kind === 'oauth2' ? scheme.settings.scopes : [];
}
