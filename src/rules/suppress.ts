import type { Connector, Suppression } from '../domain/connector.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { operationsOf } from '../domain/operation.ts';
import type { Pointer } from '../domain/pointer.ts';
import type { Suppressed } from '../domain/suppressed.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { problemOf, type SuppressionTime } from './suppression-problems.ts';
import { isSuppressible } from './suppressible.ts';

export interface Judged {
  readonly diagnostics: readonly Diagnostic[];
  readonly suppressed: readonly Suppressed[];
}

/** Sets apart what a connector's suppressions cover, and adds what is wrong with them. What is not suppressible is never covered. */
export function suppress(connector: Connector, found: readonly Diagnostic[], time: SuppressionTime): Judged {
  const { suppressions } = connector.manifest;
  if (suppressions.length === 0) return { diagnostics: found, suppressed: [] };
  const operations = operationPlaces(connector);
  const inForce = suppressions.filter((one) => isSuppressible(one.rule) && one.expires >= time.today);
  const covers = Map.groupBy(inForce, ({ rule }) => rule);
  const used = new Set<Suppression>();
  const suppressed: Suppressed[] = [];
  const diagnostics = found.filter((diagnostic) => {
    const covering = covers.get(diagnostic.code)?.filter((one) => isCovered(diagnostic, one, operations)) ?? [];
    for (const suppression of covering) used.add(suppression);
    const [first] = covering;
    if (first !== undefined) suppressed.push({ diagnostic, suppression: first });
    return first === undefined;
  });
  const ids = [...operations.keys()];
  const isStyleJudged = connector.isStyleJudged === true;
  const problems = suppressions.flatMap(
    (one) => problemOf(one, ids, { ...time, isUsed: used.has(one), isStyleJudged }) ?? [],
  );
  return { diagnostics: [...diagnostics, ...diagnosticsOf(connector, problems, time.profile)], suppressed };
}

type OperationPlaces = ReadonlyMap<string, readonly Pointer[]>;

/** Where the author wrote the operations, by id. */
function operationPlaces({ openapi }: Connector): OperationPlaces {
  const places = new Map<string, Pointer[]>();
  for (const { id, pointer } of openapi === undefined ? [] : operationsOf(openapi.value)) {
    const place = openapi?.placeOf(pointer).pointer;
    if (id !== undefined && place !== undefined) places.set(id, [...(places.get(id) ?? []), place]);
  }
  return places;
}

function isCovered({ at }: Diagnostic, { place }: Suppression, operations: OperationPlaces): boolean {
  if (place === undefined || place === '') return true;
  const places = place.startsWith('/') ? [place] : (operations.get(place) ?? []);
  const { pointer = '' } = at;
  return places.some((one) => pointer === one || pointer.startsWith(`${one}/`));
}
