import { dump } from 'js-yaml';
import type { ImportedPostman } from '../../src/convert/postman-to-connector.ts';
import { entriesOf, isArray, isObject, member, type Json, type JsonObject } from '../../src/domain/json.ts';
import { child, type Pointer } from '../../src/domain/pointer.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { checkConnectors } from '../../src/rules/check.ts';
import { memoryTree } from '../load/memory-tree.ts';

/** The files of an imported connector, as text. */
export function filesOf({ openapi, native }: ImportedPostman): Record<string, string> {
  return {
    'connectors/imported/openapi.json': JSON.stringify(openapi, null, 2),
    'connectors/imported/connector.yaml': dump(native),
  };
}

/** What the profile `base` calls an error in an imported connector. */
export function baseErrorsOf(imported: ImportedPostman): string[] {
  const { connectors } = loadTree(memoryTree(filesOf(imported)), ['']);
  return checkConnectors(connectors, () => 'base')
    .filter(({ severity }) => severity === 'error')
    .map(({ code, at, message }) => `${code} ${at.pointer ?? ''} ${message}`);
}

/** Requests of a collection, found without the importer, that are neither an operation of the result nor reported. */
export function unaccountedRequests(collection: JsonObject, { openapi, requests, losses }: ImportedPostman): Pointer[] {
  const ids = new Set(
    entriesOf(openapi['paths']).flatMap(([, item]) => entriesOf(item).map(([, one]) => member(one, 'operationId'))),
  );
  const operationAt = new Map(requests.map(({ pointer, operationId }) => [pointer, operationId]));
  return requestsIn(collection).filter((pointer) => {
    const id = operationAt.get(pointer);
    return id === undefined ? !losses.some((loss) => pointer.startsWith(loss.pointer)) : !ids.has(id);
  });
}

function requestsIn(value: JsonObject): Pointer[] {
  const inner = member(value, 'collection');
  const [collection, base] = isObject(inner) ? [inner, '/collection'] : [value, ''];
  const flat = member(collection, 'requests');
  if (isArray(flat)) return flat.flatMap((one, index) => (isObject(one) ? [child(base, 'requests', index)] : []));
  return itemsIn(member(collection, 'item'), child(base, 'item'));
}

function itemsIn(items: Json | undefined, at: Pointer): Pointer[] {
  return (isArray(items) ? items : []).flatMap((entry, index) => {
    const pointer = child(at, index);
    if (!isObject(entry)) return [];
    return isArray(entry['item']) ? itemsIn(entry['item'], child(pointer, 'item')) : [pointer];
  });
}
