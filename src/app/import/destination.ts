import { readdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import {
  deriveConnectorId,
  isDeviceName,
  newConnectorId,
  parseConnectorId,
  type ConnectorId,
} from '../../domain/connector-id.ts';
import { Failure } from '../../domain/failure.ts';
import { refuseTaken } from '../write-folder.ts';

/** Where a connector's folder goes. */
export interface Destination {
  readonly name: string;
  readonly absolute: string;
  /** The folder whose registry.yaml and schemas apply. */
  readonly root: string;
  /** From the root, with `/`. */
  readonly folder: string;
  /** As a person is told. */
  readonly shown: string;
  readonly today: string;
}

export interface Wish {
  readonly workingFolder: string;
  readonly name: string | undefined;
  /** Something is known by this name already, and cannot be called otherwise. */
  readonly isSettled?: boolean;
  /** The folder that holds connectors. */
  readonly out: string;
  readonly today: string;
}

/**
 * Where the folder goes for what was wished, and a title.
 * @throws Failure (`usage`) for a name that is none, (`refused`) when there is such a folder.
 */
export function destinationFor(wish: Wish, title: string, isThere = false): Destination {
  const { workingFolder, out, today } = wish;
  const id = idFor(wish, title);
  const absolute = resolve(workingFolder, out, id);
  if (!isThere) refuseTaken(absolute);
  const fromHere = relative(workingFolder, absolute);
  const isInside = fromHere !== '' && !fromHere.startsWith(`..${sep}`) && !isAbsolute(fromHere);
  const root = isInside ? workingFolder : dirname(absolute);
  const folder = isInside ? slashed(fromHere) : basename(absolute);
  return { name: id, absolute, root, folder, shown: slashed(join(out, id)), today };
}

function idFor({ name, isSettled = false, workingFolder, out }: Wish, title: string): ConnectorId {
  if (name === undefined) return newConnectorId(deriveConnectorId(title));
  const id = parseConnectorId(name);
  if (id === undefined) {
    const example = newConnectorId(deriveConnectorId(name));
    throw new Failure('usage', `"${name}" is no name for a connector`, {
      hint: `Use 2 to 63 lower-case letters, digits and hyphens, with a letter first: "${example}"`,
    });
  }
  if (!isDeviceName(id) || isSettled || isListed(resolve(workingFolder, out), id)) return id;
  throw new Failure('usage', `"${id}" is the name of a device on Windows, which makes no such folder`, {
    hint: `Choose another one, such as "${newConnectorId(id)}"`,
  });
}

/** Windows says of a device that it is in every folder; a list of the folder does not. */
function isListed(folder: string, name: string): boolean {
  try {
    return readdirSync(folder).includes(name);
  } catch {
    return false;
  }
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
