import type { Connector } from '../domain/connector.ts';
import { matchByLikeness } from './match-by-likeness.ts';

/** Two versions of one connector, and what makes them that. */
export interface ConnectorMatch {
  readonly before: Connector;
  readonly after: Connector;
  /** `content`, `likeness`: nobody says that one became the other, but the one is gone and the other looks like it. */
  readonly by: 'name' | 'former-name' | 'content' | 'likeness';
}

/** The folder of a connector of either set, from where the set begins: what can be compared of two trees in different places. */
export type FolderOf = (connector: Connector) => string;

export interface ConnectorMatches {
  readonly matched: readonly ConnectorMatch[];
  readonly removed: readonly Connector[];
  readonly added: readonly Connector[];
}

/**
 * Which connector of a newer set is which of an older one: by name, first in the same folder (two folders of one name are two connectors);
 * by a former name that nobody has any more; by content; by likeness. Each is matched once, whatever the order of the sets.
 */
export function matchConnectors(
  before: readonly Connector[],
  after: readonly Connector[],
  folderOf: FolderOf = ({ folder }) => folder,
): ConnectorMatches {
  const matching = new Matching(before.toSorted(byId), after.toSorted(byId));
  matching.byKey('name', (connector) => `${connector.id} ${folderOf(connector)}`);
  matching.byKey('name', ({ id }) => id);
  matching.byFormerName();
  if (matching.isOpen()) matching.byKey('content', contentOf);
  if (matching.isOpen()) matching.add('likeness', matchByLikeness(matching.removed(), matching.added()));
  return { matched: matching.matched, removed: matching.removed(), added: matching.added() };
}

export function byId(one: Connector, two: Connector): number {
  return compare(one.id, two.id) || compare(one.folder, two.folder);
}

function compare(one: string, two: string): number {
  return one === two ? 0 : one < two ? -1 : 1;
}

/** What is published as far as it counts here; undefined for what could not be read, or says nothing. */
function contentOf({ openapi, properties }: Connector): string | undefined {
  if (openapi === undefined) return undefined;
  return `${JSON.stringify(openapi.value)}\n${JSON.stringify(properties?.value)}`;
}

class Matching {
  readonly matched: ConnectorMatch[] = [];
  readonly #older: Set<Connector>;
  readonly #newer: Set<Connector>;

  constructor(before: readonly Connector[], after: readonly Connector[]) {
    this.#older = new Set(before);
    this.#newer = new Set(after);
  }

  isOpen(): boolean {
    return this.#older.size > 0 && this.#newer.size > 0;
  }

  removed(): Connector[] {
    return [...this.#older];
  }

  added(): Connector[] {
    return [...this.#newer];
  }

  add(by: ConnectorMatch['by'], pairs: Iterable<readonly [before: Connector, after: Connector]>): void {
    for (const [before, after] of pairs) {
      if (!this.#older.delete(before)) continue;
      this.#newer.delete(after);
      this.matched.push({ before, after, by });
    }
  }

  byKey(by: ConnectorMatch['by'], keyOf: (connector: Connector) => string | undefined): void {
    const free = Map.groupBy(this.#older, keyOf);
    for (const after of this.added()) {
      const key = keyOf(after);
      const before = key === undefined ? undefined : free.get(key)?.shift();
      if (before !== undefined) this.add(by, [[before, after]]);
    }
  }

  byFormerName(): void {
    const free = new Map<string, Connector>([...this.#older].map((connector) => [connector.id, connector]));
    for (const after of this.added()) {
      const name = after.manifest.formerNames.find((former) => free.has(former));
      const before = free.get(name ?? '');
      free.delete(name ?? '');
      if (before !== undefined) this.add('former-name', [[before, after]]);
    }
  }
}
