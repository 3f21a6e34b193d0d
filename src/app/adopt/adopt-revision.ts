import type { RegistryReader } from '../../adapters/registry/client.ts';
import { nativeFromProperties } from '../../convert/native.ts';
import type { ConnectorId } from '../../domain/connector-id.ts';
import type { Digest } from '../../domain/digest.ts';
import { Failure } from '../../domain/failure.ts';
import { iconTypeOf } from '../../domain/icon-type.ts';
import type { Target } from '../../domain/registry-file.ts';
import type { RevisionContent } from '../../domain/revision.ts';
import { fetchRevision } from '../fetch-revision.ts';
import { writtenAnew } from '../import/apply-answers.ts';
import { readLiveState } from '../plan-targets.ts';
import type { Adoptable } from './adoptable.ts';

/**
 * What a target serves under a name. It may be another source's: whoever reads it can adopt it, though not publish it.
 * @throws Failure (`usage`) when nothing is served under this name, (`refused`) for whoever may not read it.
 */
export async function adoptRevision(target: Target, reader: RegistryReader, id: ConnectorId): Promise<Adoptable> {
  const content = await fetchRevision(reader, await servedDigest(target, reader, id));
  const { openapi, properties } = content;
  return {
    kept: {
      name: id,
      document: { file: 'openapi.json', text: writtenAnew('openapi.json', openapi), value: openapi },
      native: nativeFromProperties(properties),
      others: filesOf(content),
      losses: [],
      notes: [],
    },
    content,
    source: { name: `${id} in target ${target.name}`, kind: 'a registry' },
  };
}

async function servedDigest(target: Target, reader: RegistryReader, id: ConnectorId): Promise<Digest> {
  const live = await readLiveState(target, reader);
  const own = live.entries.get(id);
  if (own !== undefined) return own.digest;
  const [newest] = live.taken.has(id) ? await reader.history(id) : [];
  if (newest !== undefined) return newest.digest;
  const names = [...live.entries.keys(), ...live.taken].sort();
  const some = names.slice(0, 10).join(', ');
  throw new Failure('usage', `Target "${target.name}" serves no connector "${id}"`, {
    hint:
      names.length === 0 ? 'It serves none that you may see' : `It serves ${some}${names.length > 10 ? ' ...' : ''}`,
  });
}

function filesOf({ icon, script, readme }: RevisionContent): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  if (icon !== undefined) files.set(iconTypeOf(icon) === 'image/jpeg' ? 'icon.jpg' : 'icon.png', icon);
  if (readme !== undefined) files.set('README.md', Buffer.from(readme));
  if (script !== undefined) files.set('script.csx', Buffer.from(script));
  return files;
}
