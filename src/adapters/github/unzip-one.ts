import { unzipSync } from 'fflate';
import { Failure } from '../../domain/failure.ts';

const STORED = 0;
const DEFLATED = 8;
/** Inflation cannot yield more than this many bytes from one: what claims more is lying. */
const MOST_INFLATION = 1032;

/**
 * The bytes of the one file that an archive may hold. Nothing is ever written to disk, so a link or a name that climbs out of a folder
 * has nothing to climb out of; it is refused all the same, as is every archive that holds another name, two entries, or too much.
 */
export function unzipOne(archive: Uint8Array, name: string, limit: number): Uint8Array {
  const names: string[] = [];
  const files = unzip(archive, (file) => {
    names.push(file.name);
    const { size, originalSize, compression } = file;
    const plausible = originalSize <= size * MOST_INFLATION + MOST_INFLATION;
    const known = compression === STORED || compression === DEFLATED;
    return file.name === name && originalSize <= limit && plausible && known;
  });
  const bytes = Object.hasOwn(files, name) ? files[name] : undefined;
  if (names.length === 1 && bytes !== undefined) return bytes;
  throw refused(`It holds ${describe(names)}, and may hold one file "${name}" of at most ${limit} bytes`);
}

type Filter = Exclude<Parameters<typeof unzipSync>[1], undefined>['filter'];

function unzip(archive: Uint8Array, filter: NonNullable<Filter>): ReturnType<typeof unzipSync> {
  try {
    return unzipSync(archive, { filter });
  } catch (cause) {
    throw refused('It is not a zip archive', cause);
  }
}

function describe(names: readonly string[]): string {
  if (names.length !== 1) return `${names.length} entries`;
  return `the entry ${JSON.stringify(names[0]?.slice(0, 100))}`;
}

function refused(why: string, cause?: unknown): Failure {
  return new Failure('refused', `The artifact is not one that actions/validate or actions/plan writes. ${why}`, {
    hint: 'Does the pull request change the workflow that writes it?',
    cause,
  });
}
