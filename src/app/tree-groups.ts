import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { nearest } from '../rules/did-you-mean.ts';

/** Paths that share one root: the folder whose registry.yaml applies to them. */
export interface TreeGroup {
  /** Absolute. */
  readonly root: string;
  /** Relative to the root, with `/`; "" is the root. */
  readonly paths: readonly string[];
  /** What a file's path is shown with: "" inside the working folder, `../elsewhere` outside. */
  readonly prefix: string;
}

/**
 * Sorts the paths of a command line by root: what lies in the working folder belongs to it, anything else stands for itself.
 * `isElsewhere` tells of a path inside the working folder that is not on disk whether it counts all the same.
 * @throws Failure (`usage`) for a path that does not exist.
 */
export function treeGroups(
  workingFolder: string,
  paths: readonly string[],
  isElsewhere: (root: string, path: string) => boolean = () => false,
): TreeGroup[] {
  const inside: string[] = [];
  const outside: TreeGroup[] = [];
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const absolute = resolve(workingFolder, path);
    const fromHere = relative(workingFolder, absolute);
    const isGone = !existsSync(absolute);
    if (isGone && !(isInside(fromHere) && isElsewhere(workingFolder, slashed(fromHere)))) throw missing(path, absolute);
    if (isInside(fromHere)) inside.push(slashed(fromHere));
    else outside.push(groupOf(workingFolder, absolute));
  }
  return [...(inside.length === 0 ? [] : [{ root: workingFolder, paths: inside, prefix: '' }]), ...outside];
}

function missing(path: string, absolute: string): Failure {
  const meant = nearest(basename(absolute), namesIn(dirname(absolute)));
  const hint = meant === undefined ? {} : { hint: `Did you mean "${slashed(join(dirname(path), meant))}"?` };
  return new Failure('usage', `There is no file or folder "${path}"`, hint);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function groupOf(workingFolder: string, absolute: string): TreeGroup {
  const root = dirname(absolute);
  return { root, paths: [basename(absolute)], prefix: prefixFrom(workingFolder, root) };
}

/** What the files of a folder are shown with. */
export function prefixFrom(workingFolder: string, folder: string): string {
  return slashed(relative(workingFolder, folder));
}

function isInside(fromHere: string): boolean {
  return fromHere !== '..' && !fromHere.startsWith(`..${sep}`) && !isAbsolute(fromHere);
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** A file of a group as it is shown. */
export function shownPath(group: Pick<TreeGroup, 'prefix'>, file: string): string {
  return slashed(join(group.prefix, file));
}
