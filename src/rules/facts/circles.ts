import type { Pointer } from '../../domain/pointer.ts';

/** A definition that has to be inside another, and where that is said. */
export interface Edge {
  readonly to: string;
  readonly pointer: Pointer;
}

/** The edges that close a circle, one for each found on a depth-first way through the definitions, which is the same in any order of keys. */
export function closingEdges(edges: ReadonlyMap<string, readonly Edge[]>): { from: string; edge: Edge }[] {
  const closing: { from: string; edge: Edge }[] = [];
  const done = new Set<string>();
  const open = new Set<string>();
  const sorted = new Map([...edges].map(([name, list]) => [name, list.toSorted(byName)]));
  for (const start of [...sorted.keys()].sort()) {
    const way: Visit[] = done.has(start) ? [] : [{ name: start, next: 0 }];
    open.add(start);
    for (let visit = way.at(-1); visit !== undefined; visit = way.at(-1)) {
      const edge = sorted.get(visit.name)?.[visit.next];
      visit.next += 1;
      if (edge === undefined) {
        way.pop();
        open.delete(visit.name);
        done.add(visit.name);
      } else if (open.has(edge.to)) closing.push({ from: visit.name, edge });
      else if (!done.has(edge.to)) {
        open.add(edge.to);
        way.push({ name: edge.to, next: 0 });
      }
    }
    open.delete(start);
  }
  return closing;
}

function byName(one: Edge, two: Edge): number {
  return one.to === two.to ? (one.pointer < two.pointer ? -1 : 1) : one.to < two.to ? -1 : 1;
}

interface Visit {
  readonly name: string;
  next: number;
}
