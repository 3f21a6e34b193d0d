import type { Diagnostic } from '../domain/diagnostic.ts';
import { deriveConnectorId } from '../domain/connector-id.ts';
import { objectMember, stringMember } from '../domain/json.ts';
import type { Profile } from '../domain/registry-file.ts';
import type { RevisionContent } from '../domain/revision.ts';
import { connectorFromRevision } from '../load/from-revision.ts';
import { checkConnectors } from '../rules/check.ts';

/**
 * The errors of a revision, by the server's own rules: a pull request can edit the workflow that judges it, so a green check elsewhere proves
 * nothing. A revision has no name yet; messages call it by its title.
 */
export function judgeRevision(content: RevisionContent, profile: Profile): readonly Diagnostic[] {
  const title = stringMember(objectMember(content.openapi, 'info'), 'title') ?? '';
  const connector = connectorFromRevision(deriveConnectorId(title), content);
  return checkConnectors([connector], () => profile).filter((diagnostic) => diagnostic.severity === 'error');
}
