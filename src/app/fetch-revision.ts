import type { RegistryReader } from '../adapters/registry/client.ts';
import type { Digest } from '../domain/digest.ts';
import { Failure } from '../domain/failure.ts';
import type { RevisionContent } from '../domain/revision.ts';
import { decodeRevision } from '../digest/revision-bytes.ts';
import { digestOf } from '../digest/revision-digest.ts';

/** The content of a revision, which has the digest that was asked for. @throws Failure (`unavailable`) when it has not. */
export async function fetchRevision(reader: RegistryReader, digest: Digest): Promise<RevisionContent> {
  const decoded = decodeRevision(await reader.revision(digest));
  if (decoded.kind === 'revision' && digestOf(decoded.content) === digest) return decoded.content;
  const why = decoded.kind === 'revision' ? 'its content has another digest' : decoded.why;
  throw new Failure('unavailable', `The registry sends revision ${digest}, but ${why}`, {
    hint: 'Its storage is damaged, or something in between changes what it sends: tell the operator',
  });
}
