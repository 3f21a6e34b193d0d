import type { Loss } from '../../convert/openapi-3-to-2.ts';
import type { Connector } from '../../domain/connector.ts';
import { joinPath } from '../../domain/file-tree.ts';
import { arrayMember } from '../../domain/json.ts';

/** What OpenAPI 2.0 cannot say of a document in 3.x. */
export function conversionLosses({ findings }: Connector): Loss[] {
  return findings.flatMap(({ code, at, message, hint }) =>
    code === 'document/conversion-loss' && 'file' in at
      ? [
          {
            file: at.file,
            pointer: at.pointer ?? '',
            construct: 'openapi',
            message,
            ...(hint === undefined ? {} : { hint }),
          },
        ]
      : [],
  );
}

/** Links where an export looks for a file: `names`, directly in the folder. */
export function linkLosses({ findings, folder }: Connector, names: RegExp): Loss[] {
  return findings.flatMap(({ code, at, hint }) => {
    if (code !== 'file/symbolic-link' || !('file' in at)) return [];
    const name = at.file.slice(at.file.lastIndexOf('/') + 1);
    if (!names.test(name) || joinPath(folder, name) !== at.file) return [];
    const message = `"${name}" is a link, and is not followed`;
    return [{ file: at.file, pointer: '', construct: 'file', message, ...(hint === undefined ? {} : { hint }) }];
  });
}

const REPOSITORY_ONLY = ['labels', 'formerNames', 'suppressions', 'acknowledgements'];

/** Keys of connector.yaml that other tools have no use for. */
export function repositoryLosses({ manifestPart }: Connector): Loss[] {
  if (manifestPart === undefined) return [];
  const { file, value } = manifestPart;
  return REPOSITORY_ONLY.filter((key) => (arrayMember(value, key)?.length ?? 0) > 0).map((key) => ({
    file,
    pointer: `/${key}`,
    construct: key,
    message: `"${key}" is for the repository, and stays there`,
  }));
}
