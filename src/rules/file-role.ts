import type { Connector } from '../domain/connector.ts';

/** A file by the part it plays, else by its name in the connector's folder: openapi.json that becomes openapi.yaml is the same file. */
export function fileRole(connector: Connector | undefined, file: string): string {
  if (connector === undefined) return file;
  const folder = connector.folder === '.' ? '' : `${connector.folder}/`;
  if (file === connector.folder) return 'folder';
  const name = file.startsWith(folder) ? file.slice(folder.length) : file;
  return ROLES.find(([pattern]) => pattern.test(name))?.[1] ?? name;
}

const ROLES: readonly (readonly [RegExp, string])[] = [
  [/^openapi\.(?:ya?ml|json)$|^[^/]*\.swagger\.json$/i, 'definition'],
  [/^connector\.ya?ml$|^apiProperties\.json$/i, 'properties file'],
  [/^icon\.(?:png|jpe?g)$/i, 'icon file'],
  [/^[^/]*\.csx$|^script\.cs$/i, 'script file'],
  [/^readme\.md$/i, 'readme file'],
];
