import type { Connector } from '../../domain/connector.ts';

/** A file that lies directly in a connector's folder, by its name there. */
export function fileIn({ files, folder }: Connector, name: RegExp): string | undefined {
  const start = folder === '.' ? '' : `${folder}/`;
  return files.find((file) => file.startsWith(start) && name.test(file.slice(start.length)));
}
