import { arrayMember, entriesOf, isObject, member, stringMember, type Json } from '../domain/json.ts';
import { child, pointerTo, valueAt, type Pointer } from '../domain/pointer.ts';
import {
  DEFAULT_NOTICE_DAYS,
  DEFAULT_THRESHOLDS,
  EMPTY_REGISTRY_FILE,
  PROFILES,
  type FolderAcknowledgement,
  type FolderSuppression,
  type OwnersRule,
  type ProfileRule,
  type RegistryFile,
  type Target,
  type Thresholds,
} from '../domain/registry-file.ts';
import { parseRegion, parseSubscriptionId, parseTenantId } from '../domain/scope.ts';
import type { SchemaProblem } from '../schema/schema-problem.ts';
import { MOST_PROBLEMS, validateAgainst } from '../schema/validate-against.ts';
import { acknowledgementsIn, suppressionsIn } from './manifest.ts';
import { doublesInRegistry } from './registry-doubles.ts';

/**
 * The value of registry.yaml as the domain knows it. An entry with a problem is left out and the others are kept, so that connectors can
 * be judged; whoever publishes must refuse when there is any problem. GUIDs become lower case, regions Azure's own names.
 */
export function parseRegistryFile(
  value: unknown,
  file = 'registry.yaml',
): {
  readonly registry: RegistryFile;
  readonly problems: readonly SchemaProblem[];
} {
  const wrong = validateAgainst('registry', value);
  // Past the limit nobody knows which entries are right.
  if (wrong.length >= MOST_PROBLEMS) return { registry: EMPTY_REGISTRY_FILE, problems: wrong };
  const right = (key: string): [Json, Pointer][] => entriesWithout(wrong, value, key);
  const targets = new Map(right('targets').map(([entry, pointer]) => [pointer, parseTarget(entry)]));
  const unknownRegions = [...targets].flatMap(([pointer, target]) =>
    target === undefined ? notARegion(value, pointer) : [],
  );
  const registry: RegistryFile = {
    targets: [...targets.values()].filter((target) => target !== undefined),
    owners: right('owners').map(([entry]) => parseOwners(entry)),
    profiles: right('profiles').flatMap(([entry]) => parseProfile(entry) ?? []),
    ids: new Map(idsWithout(wrong, value)),
    suppressions: suppressionsWithout(wrong, value, file),
    acknowledgements: acknowledgementsWithout(wrong, value, file),
    noticeDays: noticeDaysIn(wrong, value),
  };
  return { registry, problems: [...wrong, ...unknownRegions, ...doublesInRegistry(value, targets)] };
}

function entriesWithout(wrong: readonly SchemaProblem[], value: unknown, key: string): [Json, Pointer][] {
  return (arrayMember(value, key) ?? [])
    .map((entry, index): [Json, Pointer] => [entry, pointerTo(key, index)])
    .filter(([, pointer]) => isRight(wrong, pointer));
}

function idsWithout(wrong: readonly SchemaProblem[], value: unknown): [string, string][] {
  return entriesOf(member(value, 'ids')).flatMap(([folder, id]) =>
    typeof id === 'string' && isRight(wrong, pointerTo('ids', folder)) ? [[folderPath(folder), id]] : [],
  );
}

function suppressionsWithout(wrong: readonly SchemaProblem[], value: unknown, file: string): FolderSuppression[] {
  return entriesWithout(wrong, value, 'suppressions').flatMap(([entry, pointer]) => {
    const folder = folderPath(stringMember(entry, 'folder') ?? '');
    return suppressionsIn({ suppressions: [entry] }, () => ({ file, pointer })).map((one) => ({ ...one, folder }));
  });
}

function acknowledgementsWithout(
  wrong: readonly SchemaProblem[],
  value: unknown,
  file: string,
): FolderAcknowledgement[] {
  return entriesWithout(wrong, value, 'acknowledgements').flatMap(([entry, pointer]) => {
    const folder = folderPath(stringMember(entry, 'folder') ?? '');
    return acknowledgementsIn({ acknowledgements: [entry] }, () => ({ file, pointer })).map((one) => ({
      ...one,
      folder,
    }));
  });
}

function noticeDaysIn(wrong: readonly SchemaProblem[], value: unknown): number {
  const days = member(value, 'noticeDays');
  return typeof days === 'number' && isRight(wrong, pointerTo('noticeDays')) ? days : DEFAULT_NOTICE_DAYS;
}

function isRight(wrong: readonly SchemaProblem[], pointer: Pointer): boolean {
  return !wrong.some((problem) => `${problem.pointer}/`.startsWith(`${pointer}/`));
}

function parseTarget(entry: Json): Target | undefined {
  const tenant = parseTenantId(stringMember(entry, 'tenant') ?? '');
  const subscription = parseSubscriptionId(stringMember(entry, 'subscription') ?? '');
  const region = parseRegion(stringMember(entry, 'region') ?? '');
  if (tenant === undefined || subscription === undefined || region === undefined) return undefined;
  return {
    name: stringMember(entry, 'name') ?? '',
    scope: { tenant, subscription, region },
    registry: (stringMember(entry, 'registry') ?? '').replace(/\/$/, ''),
    connectors: textsIn(entry, 'connectors'),
    labels: textsIn(entry, 'labels'),
    stage: stringMember(entry, 'stage') === 'registered' ? 'registered' : 'draft',
    thresholds: parseThresholds(member(entry, 'thresholds')),
  };
}

// Everything else of a target that the schema takes can be read; a region only when its spelling folds to a name.
function notARegion(value: unknown, target: Pointer): SchemaProblem {
  const pointer = child(target, 'region');
  const actual = JSON.stringify(valueAt(value as Json, pointer));
  return { pointer, keyword: 'pattern', expected: 'an Azure region such as westeurope', actual };
}

function parseThresholds(value: Json | undefined): Thresholds {
  const share = member(value, 'retiredShare');
  const minimum = member(value, 'minimum');
  return {
    retiredShare: typeof share === 'number' ? share : DEFAULT_THRESHOLDS.retiredShare,
    minimum: typeof minimum === 'number' ? minimum : DEFAULT_THRESHOLDS.minimum,
  };
}

function parseOwners(entry: Json): OwnersRule {
  const users = textsIn(entry, 'users').map((id) => id.toLowerCase());
  const groups = textsIn(entry, 'groups').map((id) => id.toLowerCase());
  return {
    connectors: stringMember(entry, 'connectors') ?? '',
    owners: { users, groups, github: textsIn(entry, 'github') },
  };
}

function parseProfile(entry: Json): ProfileRule | undefined {
  const profile = PROFILES.find((name) => name === stringMember(entry, 'profile'));
  return profile && { folder: folderPath(stringMember(entry, 'folder') ?? ''), profile };
}

function folderPath(folder: string): string {
  return folder.replace(/\/$/, '');
}

// GitHub ids are numbers in YAML and texts in the domain.
function textsIn(entry: Json, key: string): string[] {
  return (isObject(entry) ? (arrayMember(entry, key) ?? []) : []).map(String);
}
