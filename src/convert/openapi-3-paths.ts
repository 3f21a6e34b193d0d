import { entriesOf, isObject, member, type Json, type JsonObject } from '../domain/json.ts';
import { VERBS } from '../domain/operation.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { withNotificationContent } from './openapi-3-callbacks.ts';
import { memberPlace, type Conversion, type Place } from './openapi-3-conversion.ts';
import { convertKeys } from './openapi-3-keys.ts';
import { PATH_ITEM } from './openapi-3-operations.ts';
import { styledPath } from './openapi-3-path-styles.ts';
import { referenceOf, resolved, writtenOut } from './openapi-3-references.ts';
import { serverPlanOf } from './openapi-3-servers.ts';
import { giveOwnIds, type MadePath } from './openapi-3-shared-paths.ts';
import { verbatimEntry } from './openapi-3-verbatim.ts';
import { quoted } from './openapi-3-wording.ts';

type Verbs = ReadonlySet<string>;

/** `paths`: every path item, references followed, since 2.0 has none there that a product reads. */
export function convertPaths(conversion: Conversion, paths: Json | undefined, place: Place): JsonObject {
  const settled = conversion.settle(place);
  const converted = new Map<string, Json>();
  const made: MadePath[] = [];
  for (const [path, pathItem] of entriesOf(paths)) {
    const from = child(place.from, path);
    if (path.startsWith('x-')) {
      for (const [key, value] of verbatimEntry(conversion, path, pathItem, memberPlace(settled, path)))
        converted.set(key, value);
    } else if (!path.startsWith('/')) conversion.lose(from, 'path', `${quoted(path)} is not a path`);
    else
      for (const { target, verbs } of targetsOf(conversion, path, pathItem, from)) {
        if (converted.has(target)) loseDouble(conversion, target, from);
        else {
          converted.set(target, convertPathItem(conversion, pathItem, memberPlace(settled, path, target), verbs));
          made.push({ target, from, source: resolved(conversion, pathItem, from).from });
        }
      }
  }
  giveOwnIds(conversion, converted, made);
  return Object.fromEntries(converted);
}

interface Target {
  readonly target: string;
  /** The operations that it is for; undefined for all. */
  readonly verbs: Verbs | undefined;
}

/** One path for each address that its operations have; mostly one. */
function targetsOf(conversion: Conversion, path: string, value: Json, from: Pointer): Target[] {
  const pathItem = resolved(conversion, value, from);
  const { prefixes } = serverPlanOf(conversion);
  const styled = styledPath(conversion, path, pathItem);
  if (prefixes.size === 0) return [{ target: styled, verbs: undefined }];
  const present = VERBS.filter((verb) => member(pathItem.value, verb) !== undefined);
  const groups = Map.groupBy(present, (verb) => prefixes.get(child(pathItem.from, verb)) ?? '');
  if (groups.size === 0) return [{ target: styled, verbs: new Set() }];
  return [...groups].map(([prefix, verbs]) => ({ target: prefix + styled, verbs: new Set(verbs) }));
}

function loseDouble(conversion: Conversion, target: string, from: Pointer): void {
  const message = `What is put in front of a path makes it ${quoted(target)}, which there is already`;
  conversion.refuse(from, 'path', message, 'Use one server for both');
}

function convertPathItem(conversion: Conversion, value: Json, place: Place, verbs: Verbs | undefined): JsonObject {
  if (!conversion.enter(place)) return {};
  if (referenceOf(value) === undefined) return convertOwn(conversion, value, place, verbs);
  const inPlace = (found: Json, at: Place): JsonObject =>
    convertPathItem(conversion, found, { from: at.from, to: at.to, depth: at.depth + 1 }, verbs);
  return writtenOut(conversion, value, place, inPlace) ?? {};
}

function convertOwn(conversion: Conversion, value: Json, place: Place, verbs: Verbs | undefined): JsonObject {
  if (!isObject(value)) {
    conversion.lose(place.from, 'path', 'What stands at a path is not an object and is left out');
    return {};
  }
  const pathItem = verbs === undefined ? value : onlyVerbs(value, verbs);
  const converted = convertKeys(conversion, pathItem, place, PATH_ITEM);
  return withNotificationContent(conversion, pathItem, converted, place);
}

function onlyVerbs(pathItem: JsonObject, verbs: Verbs): JsonObject {
  const others: ReadonlySet<string> = new Set(VERBS.filter((verb) => !verbs.has(verb)));
  return Object.fromEntries(entriesOf(pathItem).filter(([key]) => !others.has(key)));
}
