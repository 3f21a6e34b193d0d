import type { Connector, OpenApiPart } from '../domain/connector.ts';
import { entriesOf, isObject, member, type JsonObject } from '../domain/json.ts';
import { VERBS } from '../domain/operation.ts';

/**
 * What is left of a connector that was judged: enough for what shows across connectors, for suppressions and for showing places. The parts of
 * its document that are large are dropped, so that memory does not grow with the number of connectors.
 */
export function outlineOf(connector: Connector): Connector {
  const { openapi, manifest } = connector;
  // A suppression names operations of the whole document.
  if (openapi === undefined || manifest.suppressions.length > 0) return connector;
  return { ...connector, openapi: outlineOfPart(openapi) };
}

function outlineOfPart({ file, value, placeOf }: OpenApiPart): OpenApiPart {
  const { definitions: _d, parameters: _p, responses: _r, paths, ...small } = value;
  return { file, placeOf, value: paths === undefined ? small : { ...small, paths: outlineOfPaths(paths) } };
}

function outlineOfPaths(paths: unknown): JsonObject {
  return Object.fromEntries(
    entriesOf(paths).map(([path, item]) => {
      if (!isObject(item)) return [path, item];
      return [
        path,
        Object.fromEntries(VERBS.filter((verb) => member(item, verb) !== undefined).map((verb) => [verb, {}])),
      ];
    }),
  );
}
