import type { Change } from '../domain/change.ts';
import type { Connector } from '../domain/connector.ts';
import { diffEach, type ConnectorDiff } from '../diff/diff-trees.ts';
import { planWayOut, type WayOut } from '../way-out/plan-way-out.ts';
import type { Comparison, Workplace } from './comparison.ts';
import { factsFrom } from './connector-facts.ts';
import { DiffJudge } from './judge-trees.ts';
import { profileOfFolder } from './judge.ts';
import { isBlocking, tryWayOut, type Trial } from './try-way-out.ts';

/** What the way out of one connector comes to. */
export interface ConnectorPlan {
  readonly connector: string;
  readonly before: Connector | undefined;
  readonly after: Connector | undefined;
  readonly place: Workplace;
  readonly wayOut: WayOut;
  /** What breaks and nobody acknowledged, and what of that would be left. */
  readonly breaking: readonly Change[];
  readonly left: readonly Change[];
}

/**
 * Plans a way round everything that breaks and nobody acknowledged, connector by connector. Each plan was tried: read again and compared, it
 * breaks nothing for its operations, and nothing is found in it that was in neither version. Nothing is written.
 */
export function planFixes({ trees, timing, places }: Comparison): ConnectorPlan[] {
  const [older = [], newer = []] = [trees.before, trees.after].map((side) => side.flatMap((one) => one.connectors));
  const [before = [], after = []] = [trees.before, trees.after].map((side) => side.map(({ registry }) => registry));
  const judge = new DiffJudge({ before, after }, timing);
  const factsOf = factsFrom([...before, ...after]);
  return diffEach(older, newer, factsOf, trees.folderOf).flatMap((diff) => {
    const changes = judge.judge(diff);
    const breaking = changes.filter(isBlocking);
    const index = Math.max(
      0,
      trees.after.findIndex((tree) => tree.connectors.some((one) => one === diff.after)),
    );
    const [place, registry] = [places[index], after[index]];
    if (breaking.length === 0 || place === undefined || registry === undefined) return [];
    const accepted = new Set(changes.filter((one) => !breaking.includes(one)).map(({ fingerprint }) => fingerprint));
    const profileOf = ({ folder }: Connector): ReturnType<typeof profileOfFolder> => profileOfFolder(registry, folder);
    return [planFix(diff, breaking, { tree: place.tree, accepted, factsOf, profileOf }, place)];
  });
}

/** So often a plan is made again without what did not hold. */
const MOST_ATTEMPTS = 10;

function planFix(
  { before, after }: ConnectorDiff,
  breaking: readonly Change[],
  trial: Trial,
  place: Workplace,
): ConnectorPlan {
  const wayOut: WayOut = { files: new Map(), solved: [] };
  const unsolved = { connector: (after ?? before)?.id ?? '', before, after, place, wayOut, breaking, left: breaking };
  if (before === undefined || after === undefined) return unsolved;
  const skip = new Set<string>();
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const planned = planWayOut(before, after, breaking, skip);
    if (planned.files.size === 0) return unsolved;
    const tried = tryWayOut({ before, after }, planned, trial);
    if (tried.failed.length === 0) return { ...unsolved, wayOut: planned, left: tried.left };
    for (const id of tried.failed) skip.add(id);
  }
  return unsolved;
}
