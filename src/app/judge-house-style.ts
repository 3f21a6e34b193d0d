import type { Connector } from '../domain/connector.ts';
import type { FileTree } from '../domain/file-tree.ts';
import type { Finding } from '../domain/finding.ts';
import { ENGINE_LIMITS, type EngineLimits } from '../house-style/engine-thread.ts';
import { createStyleJudge, type StyleJudge } from '../house-style/judge.ts';
import type { LoadedTree } from '../load/load-tree.ts';
import { findHouseStyle, type FoundRuleset, type HouseStyle } from './find-house-style.ts';
import { knownNow } from './known-now.ts';
import { rulesetChanges } from './ruleset-changes.ts';
import { refusedRuleset, styleFindings } from './style-findings.ts';

/** A tree of files and what was read from it. */
export interface Sourced {
  readonly tree: FileTree;
  readonly loaded: LoadedTree;
}

/**
 * Adds what the team's own rulesets find to the findings of the connectors, and what is wrong with a ruleset to those of the tree.
 * Without a ruleset nothing is loaded and nothing changes.
 */
export async function withHouseStyle(
  { tree, loaded }: Sourced,
  limits: EngineLimits = ENGINE_LIMITS,
): Promise<LoadedTree> {
  const style = findHouseStyle(tree);
  const folders = style.foldersOf(loaded.connectors);
  if (style.isEmpty()) return loaded;
  return withJudge(limits, async (judge) => {
    const refused = await refusedIn(judge, style, folders);
    return withFindings(loaded, style, await judgeAll(judge, style, loaded.connectors), refused);
  });
}

/**
 * The same for a tree and what it was: the base's rulesets judge, in both, and only connectors whose document differs. What a change brings
 * must not be able to judge itself.
 */
export async function withHouseStyleOfBase(
  after: Sourced,
  before: Sourced,
  limits: EngineLimits = ENGINE_LIMITS,
): Promise<{ readonly after: LoadedTree; readonly before: LoadedTree }> {
  const [own, base] = [findHouseStyle(after.tree), findHouseStyle(before.tree)];
  const folders = [...own.foldersOf(after.loaded.connectors), ...base.foldersOf(before.loaded.connectors)];
  for (const folder of folders) for (const style of [own, base]) style.rulesetFor(folder);
  if (own.isEmpty() && base.isEmpty()) return { after: after.loaded, before: before.loaded };
  return withJudge(limits, async (judge) => {
    const changed = changedIn(after.loaded, before.loaded);
    const refused = [...(await refusedIn(judge, own, folders)), ...rulesetChanges(own, base)];
    const refusedBefore = await refusedIn(judge, base, folders);
    const now = await judgeAll(judge, base, changed.after);
    const then = onlyStyle(await judgeAll(judge, base, changed.before));
    // Of a ruleset that changes nobody knows yet what it finds.
    const isKept = ({ folder }: Connector): boolean => own.rulesetFor(folder)?.key === base.rulesetFor(folder)?.key;
    return {
      after: withFindings(after.loaded, own, wholeIf(isKept, now), refused),
      before: withFindings(before.loaded, base, then, refusedBefore),
    };
  });
}

async function withJudge<Result>(limits: EngineLimits, use: (judge: StyleJudge) => Promise<Result>): Promise<Result> {
  const judge = createStyleJudge(limits);
  try {
    return await use(judge);
  } finally {
    await judge.end();
  }
}

/** The connectors whose document has another text than in the base, as they are and as they were. */
function changedIn(
  after: LoadedTree,
  before: LoadedTree,
): { readonly after: readonly Connector[]; readonly before: readonly Connector[] } {
  const { formerly } = knownNow(after.connectors, before.connectors);
  const changed = after.connectors.filter((connector) => {
    const former = formerly.get(connector);
    return former === undefined || documentText(former) !== documentText(connector);
  });
  // A former connector may have got the id of today, and is then another object with the same document.
  const documents = new Set(changed.map((connector) => formerly.get(connector)?.openapi));
  return { after: changed, before: before.connectors.filter(({ openapi }) => documents.has(openapi)) };
}

function documentText({ openapi, texts }: Connector): string | undefined {
  return texts.get(openapi?.file ?? '');
}

/** What the engine has against the rulesets of some folders. Each is asked about once. */
async function refusedIn(judge: StyleJudge, style: HouseStyle, folders: Iterable<string>): Promise<Finding[]> {
  const byFile = new Map<string, FoundRuleset>();
  for (const folder of folders) {
    const found = style.rulesetFor(folder);
    if (found !== undefined) byFile.set(found.file, found);
  }
  const findings: Finding[] = [];
  for (const found of byFile.values()) findings.push(...refusedRuleset(found, await judge.prepare(found)));
  return findings;
}

interface Verdict {
  readonly findings: readonly Finding[];
  /** Whether the document was judged to its end. */
  readonly isWhole: boolean;
}

type Verdicts = ReadonlyMap<Connector, Verdict>;

async function judgeAll(judge: StyleJudge, style: HouseStyle, connectors: readonly Connector[]): Promise<Verdicts> {
  const found = new Map<Connector, Verdict>();
  for (const connector of connectors) {
    const ruleset = style.rulesetFor(connector.folder);
    const document = connector.openapi?.authored ?? connector.openapi?.value;
    if (ruleset === undefined || document === undefined) continue;
    const reply = await judge.judge(ruleset, document, `/${connector.openapi?.file ?? ''}`);
    found.set(connector, { findings: styleFindings(ruleset, reply), isWhole: reply.kind === 'judged' });
  }
  return found;
}

/** That a document of the base could not be judged excuses nothing. */
function onlyStyle(found: Verdicts): Verdicts {
  const isStyle = ({ code }: Finding): boolean => code.startsWith('style/');
  return new Map(
    [...found].map(([one, { findings, isWhole }]) => [one, { findings: findings.filter(isStyle), isWhole }]),
  );
}

function wholeIf(isKept: (connector: Connector) => boolean, found: Verdicts): Verdicts {
  return new Map(
    [...found].map(([one, { findings, isWhole }]) => [one, { findings, isWhole: isWhole && isKept(one) }]),
  );
}

function withFindings(loaded: LoadedTree, style: HouseStyle, found: Verdicts, more: readonly Finding[]): LoadedTree {
  return {
    ...loaded,
    connectors: loaded.connectors.map((connector) => judged(connector, found.get(connector))),
    findings: [...loaded.findings, ...style.findings(), ...more],
    texts: new Map([...loaded.texts, ...style.texts]),
  };
}

function judged(connector: Connector, verdict: Verdict | undefined): Connector {
  if (verdict === undefined) return connector;
  const findings = [...connector.findings, ...verdict.findings];
  return { ...connector, findings, ...(verdict.isWhole ? { isStyleJudged: true as const } : {}) };
}
