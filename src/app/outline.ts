import type { Connector, OpenApiPart, TextPart } from '../domain/connector.ts';
import { entriesOf, isObject, member, type JsonObject } from '../domain/json.ts';
import { VERBS } from '../domain/operation.ts';

/**
 * What is left of a connector that was judged: enough for what shows across connectors, and for suppressions. Its texts and the parts of its
 * document that are large are dropped, so that memory does not grow with the number of connectors.
 */
export function outlineOf(connector: Connector): Connector {
  const { openapi, manifest, script, readme } = connector;
  const small = { ...connector, texts: NO_TEXTS, script: withoutText(script), readme: withoutText(readme) };
  // A suppression names operations of the whole document.
  if (openapi === undefined || manifest.suppressions.length > 0) return small;
  return { ...small, openapi: outlineOfPart(openapi) };
}

const NO_TEXTS: ReadonlyMap<string, string> = new Map();

function withoutText(part: TextPart | undefined): TextPart | undefined {
  return part === undefined ? undefined : { file: part.file, text: '' };
}

function outlineOfPart({ file, value, placeOf, prefix }: OpenApiPart): OpenApiPart {
  const { definitions: _d, parameters: _p, responses: _r, paths, ...small } = value;
  const outline = paths === undefined ? small : { ...small, paths: outlineOfPaths(paths) };
  return { file, placeOf, ...(prefix === undefined ? {} : { prefix }), value: outline };
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
