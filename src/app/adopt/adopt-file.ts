import { withClientSecretRefs } from '../../convert/secret-references.ts';
import { Failure } from '../../domain/failure.ts';
import { objectMember } from '../../domain/json.ts';
import { revisionContentOf } from '../../digest/revision-digest.ts';
import { clientSecretName } from '../import/connection.ts';
import { readArm } from '../import/keep-arm.ts';
import { keepFolder } from '../import/keep-folder.ts';
import { openFolder } from '../import/open-folder.ts';
import { readSource } from '../import/read-source.ts';
import type { Adoptable } from './adoptable.ts';

/**
 * What a folder of Microsoft's form, or a file with an ARM resource, has to adopt.
 * @throws Failure (`usage`) for anything else, (`unavailable`) when it cannot be read.
 */
export async function adoptFile(workingFolder: string, named: string): Promise<Adoptable> {
  const source = await readSource(workingFolder, named);
  if (source.kind === 'folder') return adoptFolder(source.path, named);
  const { kind, value, list } = source.document;
  if (kind === 'arm-connector') {
    return { ...readArm(list ?? value, named), source: { name: named, kind: 'an ARM resource' } };
  }
  throw new Failure('usage', `"${named}" is nothing that is published, so there is nothing to adopt`, {
    hint: kind === 'api-properties' ? OF_A_FOLDER : 'Make a connector of it with "connectors import"',
  });
}

const OF_A_FOLDER = 'Give the folder that it is in: apiDefinition.swagger.json belongs to it';

function adoptFolder(path: string, named: string): Adoptable {
  const opened = openFolder(path, named);
  const kept = keepFolder(opened);
  const { connector, properties } = opened;
  const { value } = withClientSecretRefs({ properties: properties.value }, clientSecretName(connector.id));
  const clean = { ...properties, value: objectMember(value, 'properties') ?? {} };
  const content = revisionContentOf({ ...connector, properties: clean });
  if (content === undefined) throw new Error('a folder that was opened has both documents');
  return { kept, content, source: { name: named, kind: 'a folder of Microsoft’s form' } };
}
