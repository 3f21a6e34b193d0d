import type { Connector } from '../domain/connector.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { FileTree } from '../domain/file-tree.ts';
import type { Finding } from '../domain/finding.ts';
import type { Profile } from '../domain/registry-file.ts';
import { openTree, type ConnectorReader, type OpenTree } from '../load/load-tree.ts';
import { checkAcross } from '../rules/check.ts';
import { diagnosticsOf, diagnosticsOfTree } from '../rules/diagnostics.ts';
import { compareDiagnostics } from '../rules/order.ts';
import { suppress } from '../rules/suppress.ts';
import type { CheckedTree } from './check-tree.ts';
import { profilesOf, type Judging } from './judge.ts';
import { judgeOne, type JudgedOne } from './judged-one.ts';
import { createKeptPlaces } from './kept-places.ts';

/** Who else judges connectors of the same tree at the same time. */
export interface Help {
  /** Takes the next connector that nobody has taken, by its index among the tree's readers. */
  readonly next: () => number;
  /**
   * What the others have judged, by index, when they are through; `own` is how many were not theirs. What they took and is not in it has to be
   * judged again.
   */
  readonly judged: (readers: readonly ConnectorReader[], own: number) => Promise<HelpFound>;
  /** Nobody is to go on. */
  readonly end: () => void;
}

export interface HelpFound {
  readonly judged: ReadonlyMap<number, readonly JudgedOne[]>;
  /** About the tree, in reading the connectors. */
  readonly findings: readonly Finding[];
}

type ProfileOf = (connector: Connector) => Profile;

/**
 * Reads and judges one connector after the other, and keeps an outline of each and the lines of what was found: a tree of any size needs the
 * memory of its largest connector. Finds what judging all at once finds, or gives undefined as soon as `isWanted` says of a connector that it
 * has to be kept whole. The connectors that it gives are outlines: good for a report, and for nothing that compares or publishes.
 */
export async function checkOneByOne(
  tree: FileTree,
  paths: readonly string[],
  judging: Judging,
  isWanted: (connector: Connector) => boolean,
  helpWith: (connectors: number) => Promise<Help> = alone,
): Promise<CheckedTree | undefined> {
  const open = openTree(tree, paths);
  const profileOf = profilesOf(open, judging);
  const help = await helpWith(open.readers.length);
  try {
    const all = await judgeAll(open.readers, profileOf, isWanted, help);
    return all && together(all, open, profileOf, { tree, today: judging.today });
  } finally {
    help.end();
  }
}

interface All {
  /** In the order of the readers. */
  readonly judged: readonly JudgedOne[];
  readonly findings: readonly Finding[];
}

async function judgeAll(
  readers: readonly ConnectorReader[],
  profileOf: ProfileOf,
  isWanted: (connector: Connector) => boolean,
  help: Help,
): Promise<All | undefined> {
  const parts = new Map<number, readonly JudgedOne[]>();
  const take = (index: number): boolean => {
    const connector = readers[index]?.();
    parts.set(index, connector === undefined ? [] : [judgeOne(connector, profileOf(connector))]);
    return connector === undefined || !isWanted(connector);
  };
  for (let index = help.next(); index < readers.length; index = help.next()) if (!take(index)) return undefined;
  const others = await help.judged(readers, parts.size);
  for (const [index, part] of others.judged) parts.set(index, part);
  for (const index of readers.keys()) if (!parts.has(index) && !take(index)) return undefined;
  const judged = readers.flatMap((_, index) => parts.get(index) ?? []);
  return judged.some(({ outline }) => isWanted(outline)) ? undefined : { judged, findings: others.findings };
}

/** Adds what only shows across connectors, and sets apart what suppressions cover. */
function together(
  { judged, findings }: All,
  open: OpenTree,
  profileOf: ProfileOf,
  { tree, today }: { readonly tree: FileTree; readonly today: string },
): CheckedTree {
  const { keep, ...places } = createKeptPlaces(tree, open.texts);
  judged.forEach(keep);
  const loaded = open.rest(judged.map(({ outline }) => outline));
  const across = checkAcross(loaded.connectors, profileOf);
  const settled = loaded.connectors.map((connector, index) => {
    const profile = profileOf(connector);
    const late = foundLate(connector, judged[index]?.outline, profile);
    const found = [...(judged[index]?.found ?? []), ...late, ...(across.get(connector) ?? [])];
    return suppress(connector, found.sort(compareDiagnostics), { profile, today });
  });
  return {
    loaded,
    diagnostics: [
      ...diagnosticsOfTree(withNew(loaded.findings, findings)),
      ...settled.flatMap((one) => one.diagnostics).sort(compareDiagnostics),
    ],
    suppressed: settled.flatMap((one) => one.suppressed),
    places,
  };
}

/** Everybody who reads a tree finds what is wrong with it outside the connectors. */
function withNew(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const known = new Set(findings.map((finding) => JSON.stringify(finding)));
  return [...findings, ...others.filter((finding) => !known.has(JSON.stringify(finding)))];
}

/** What reading the others has added to a connector: that they have its id. */
function foundLate(connector: Connector, before: Connector | undefined, profile: Profile): Diagnostic[] {
  if (before === undefined || connector === before) return [];
  const known = new Set(before.findings);
  return diagnosticsOf(
    connector,
    connector.findings.filter((finding) => !known.has(finding)),
    profile,
  );
}

/** Nobody helps. */
export async function alone(): Promise<Help> {
  let index = 0;
  return {
    next: () => index++,
    judged: async () => ({ judged: new Map(), findings: [] }),
    end: () => {},
  };
}
