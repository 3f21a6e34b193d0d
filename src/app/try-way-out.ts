import type { Change } from '../domain/change.ts';
import type { Connector } from '../domain/connector.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { FileTree } from '../domain/file-tree.ts';
import { pointerTo } from '../domain/pointer.ts';
import type { Profile } from '../domain/registry-file.ts';
import type { ConnectorFacts } from '../diff/draft.ts';
import { diffConnectors } from '../diff/diff-connectors.ts';
import { editedTree } from '../load/edited-tree.ts';
import { loadTree } from '../load/load-tree.ts';
import { checkAlone } from '../rules/check.ts';
import { casesOf } from '../way-out/cases.ts';
import type { Solved } from '../way-out/renew-operation.ts';
import type { WayOut } from '../way-out/plan-way-out.ts';
import { withMark } from './with-mark.ts';

/** What a plan is tried by. */
export interface Trial {
  readonly tree: FileTree;
  /** Fingerprints of changes that are there and block nothing. */
  readonly accepted: ReadonlySet<string>;
  readonly factsOf: (connector: Connector) => ConnectorFacts;
  readonly profileOf: (connector: Connector) => Profile;
}

export interface Tried {
  /** Ids of operations for which the plan does not hold. */
  readonly failed: readonly string[];
  /** What would still break. */
  readonly left: readonly Change[];
}

/** What only another way to sign in breaks is told besides: the rest of the plan holds without it. */
const BESIDES: ReadonlySet<string> = new Set(['operation-security-changed']);

/** Reads a connector again as a plan would leave it, compares it with the older version, and judges it by the rules. */
export function tryWayOut(
  { before, after }: { readonly before: Connector; readonly after: Connector },
  { files, solved }: WayOut,
  { tree, accepted, factsOf, profileOf }: Trial,
): Tried {
  const all = solved.map((one) => one.case.id);
  const edited = new Map(
    [...files].map(([path, { text }]) => [path, { path, bytes: withMark(tree.read(path), text) }]),
  );
  const [fixed, ...others] = loadTree(editedTree(tree, edited), [pathOf(after)]).connectors;
  if (fixed === undefined || others.length > 0 || fixed.openapi === undefined) return { failed: all, left: [] };
  const changes = diffConnectors(before, { ...fixed, id: after.id }, factsOf(after));
  const left = changes.filter((one) => isBlocking(one) && !accepted.has(one.fingerprint));
  const broken = brokenIn(before, fixed, left);
  const found = newFindings([before, after], fixed, profileOf(after));
  const blamed = found.map((one) => solved.filter((operation) => isAt(one, operation)).map(({ case: { id } }) => id));
  // What cannot be laid at the door of one operation is laid at all of theirs.
  const failed = [
    ...broken.filter((id) => all.includes(id)),
    ...blamed.flatMap((ids) => (ids.length === 0 ? all : ids)),
  ];
  return { failed: [...new Set(failed)], left };
}

export function isBlocking({ class: danger, acknowledged }: Change): boolean {
  return danger === 'forbidden' || (danger === 'breaking' && acknowledged !== true);
}

/** By the ids that operations have in the older version: what a flow calls may be another operation by now. */
function brokenIn(before: Connector, fixed: Connector, left: readonly Change[]): string[] {
  const documents = { before: before.openapi?.value ?? {}, after: fixed.openapi?.value ?? {} };
  const counting = left.filter(({ kind }) => !BESIDES.has(kind));
  return casesOf(documents, counting, new Set()).map(({ id }) => id);
}

/** Findings of a code that neither version has as often, alone or together. Advice is none. */
function newFindings(versions: readonly Connector[], fixed: Connector, profile: Profile): Diagnostic[] {
  const codesOf = (connector: Connector): Map<string, Diagnostic[]> =>
    Map.groupBy(
      checkAlone(connector, profile).filter(({ severity }) => severity !== 'info'),
      ({ code }) => code,
    );
  const known = versions.map(codesOf);
  return [...codesOf(fixed)].flatMap(([code, list]) => {
    const count = known.reduce((sum, codes) => sum + (codes.get(code)?.length ?? 0), 0);
    if (list.length <= count) return [];
    const old = new Set(known.flatMap((codes) => (codes.get(code) ?? []).map(({ fingerprint }) => fingerprint)));
    const fresh = list.filter(({ fingerprint }) => !old.has(fingerprint));
    return fresh.length > 0 ? fresh : list;
  });
}

function isAt({ at }: Diagnostic, { case: { before }, path }: Solved): boolean {
  const places = [before.path, path ?? before.path].map((one) => `${pointerTo('paths', one)}/`);
  return places.some((place) => `${at.pointer ?? ''}/`.startsWith(place));
}

/** What `loadTree` finds a connector by: its folder, or the file when it lies in none of its own. */
function pathOf({ folder, files, properties }: Connector): string {
  const [file] = files;
  return properties === undefined && files.length === 1 && file !== undefined ? file : folder;
}
