import type { Connector } from '../domain/connector.ts';
import type { At, FilePlace, Part } from '../domain/finding.ts';
import type { Pointer } from '../domain/pointer.ts';

/** The author's file and place behind a place in a part. What has no file of its own is told at the connector's main file. */
export function filePlaceOf(connector: Connector | undefined, at: At): FilePlace {
  if (!('part' in at)) return at;
  const place = placeInPart(connector, at.part, at.pointer);
  return {
    ...place,
    ...(at.key === true ? { key: true } : {}),
    ...(at.offset === undefined ? {} : { offset: at.offset }),
  };
}

function placeInPart(connector: Connector | undefined, part: Part, pointer: Pointer): FilePlace {
  const { openapi, properties, manifestPart, icon, script, readme, files, folder } = connector ?? {};
  const tree = { openapi, authored: openapi, properties, manifest: manifestPart }[part as string];
  const file = { icon, script, readme }[part as string]?.file;
  if (part === 'authored' && openapi?.authored !== undefined) return { file: openapi.file, pointer };
  const main = openapi?.file ?? properties?.file ?? files?.[0] ?? folder ?? '.';
  return tree?.placeOf(pointer) ?? { file: file ?? main };
}
