import type { Connector } from '../domain/connector.ts';

export interface KnownNow {
  /** The connectors of a base, under the ids that they have now. */
  readonly connectors: readonly Connector[];
  /** By connector of today: what it was in the base. */
  readonly formerly: ReadonlyMap<Connector, Connector>;
}

/**
 * Finds each connector again in a base: in the same folder, else under the same id (the folder was moved), else under a former name. A
 * finding belongs to a connector by its id and to operations by theirs, so the base's get those of today.
 */
export function knownNow(after: readonly Connector[], before: readonly Connector[]): KnownNow {
  const partners = new Map<Connector, Connector>();
  const free = new Set(before);
  const byFolder = new Map(before.map((other) => [placeOf(other), other]));
  const byId = Map.groupBy(before, ({ id }): string => id);
  const pairUp = (candidates: (connector: Connector) => readonly (Connector | undefined)[]): void => {
    for (const connector of after) {
      const other = partners.has(connector) ? undefined : candidates(connector).find((one) => one && free.has(one));
      if (other === undefined) continue;
      partners.set(connector, other);
      free.delete(other);
    }
  };
  pairUp((connector) => [byFolder.get(placeOf(connector))]);
  pairUp(({ id }) => byId.get(id) ?? []);
  pairUp(({ manifest }) => manifest.formerNames.flatMap((name) => byId.get(name) ?? []));
  const renamed = new Map([...partners].map(([now, other]) => [other, underNamesOf(now, other)]));
  const under = (other: Connector): Connector => renamed.get(other) ?? other;
  return {
    connectors: before.map(under),
    formerly: new Map([...partners].map(([connector, other]) => [connector, under(other)])),
  };
}

function underNamesOf(now: Connector, other: Connector): Connector {
  return other.id === now.id && other.openapi === now.openapi ? other : { ...other, id: now.id, later: now };
}

/** A lone file shares its folder with others. */
function placeOf({ folder, files, properties, openapi }: Connector): string {
  return properties === undefined && files.length === 1 ? (openapi?.file ?? files[0] ?? folder) : folder;
}
