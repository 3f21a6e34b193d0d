import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { deriveConnectorId, parseConnectorId } from '../../domain/connector-id.ts';
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
  /** The folder that holds connectors. */
  readonly out: string;
  readonly today: string;
}

/**
 * Where the folder goes for what was wished, and a title.
 * @throws Failure (`usage`) for a name that is none, (`refused`) when there is such a folder.
 */
export function destinationFor({ workingFolder, name, out, today }: Wish, title: string, isThere = false): Destination {
  const id = name === undefined ? deriveConnectorId(title) : parseConnectorId(name);
  if (id === undefined) {
    throw new Failure('usage', `"${name}" is no name for a connector`, {
      hint: `Use lower-case letters, digits and hyphens, with a letter first: "${deriveConnectorId(name ?? '')}"`,
    });
  }
  const absolute = resolve(workingFolder, out, id);
  if (!isThere) refuseTaken(absolute);
  const fromHere = relative(workingFolder, absolute);
  const isInside = fromHere !== '' && !fromHere.startsWith(`..${sep}`) && !isAbsolute(fromHere);
  const root = isInside ? workingFolder : dirname(absolute);
  const folder = isInside ? slashed(fromHere) : basename(absolute);
  return { name: id, absolute, root, folder, shown: slashed(join(out, id)), today };
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
