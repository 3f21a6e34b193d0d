import type { GitHubReader } from '../adapters/github/reader.ts';
import { unzipOne } from '../adapters/github/unzip-one.ts';
import { Failure } from '../domain/failure.ts';
import type { Delivered } from '../report/comment-report.ts';

/** Of the archive: 3 MB unpack in some seconds at worst. */
const ARCHIVE_LIMIT = 3_000_000;
const FILE_LIMIT = 20_000_000;

export interface ArtifactAddress {
  readonly run: number;
  readonly artifact: string;
  /** The one file in it. */
  readonly file: string;
}

/**
 * The file of the newest artifact with that name of a run.
 * @throws Failure (`unavailable`) when GitHub does not answer; (`refused`) when there is no such artifact, or it holds something else.
 */
export async function fetchArtifact(
  reader: Pick<GitHubReader, 'artifacts' | 'download'>,
  { run, artifact, file }: ArtifactAddress,
): Promise<Uint8Array> {
  const all = await reader.artifacts(run, artifact);
  const [newest] = all.filter((one) => one.name === artifact && !one.expired).toSorted((one, two) => two.id - one.id);
  if (newest === undefined) {
    throw new Failure('refused', `Run ${run} left no artifact "${artifact}"`, {
      hint: 'Look at that run: it ended before it could write one',
    });
  }
  if (newest.bytes > ARCHIVE_LIMIT) {
    throw new Failure('refused', `The artifact "${artifact}" is larger than ${ARCHIVE_LIMIT} bytes`);
  }
  return unzipOne(await reader.download(newest.id, ARCHIVE_LIMIT), file, FILE_LIMIT);
}

/** Turns an expected failure into the reason that the comment tells; anything else is our bug and goes on. */
export async function delivered<T>(get: () => Promise<T>): Promise<Delivered<T>> {
  try {
    return { kind: 'there', value: await get() };
  } catch (cause) {
    if (cause instanceof Failure) {
      return { kind: 'missing', why: cause.message, unknown: cause.kind === 'unavailable' };
    }
    throw cause;
  }
}
