import type { Connector } from '../domain/connector.ts';

/** Whether a connector's files are not those that it had: another set of them, another text, another icon. New ones differ. */
export function differs(connector: Connector, former: Connector | undefined): boolean {
  if (former === undefined) return true;
  if (former.openapi === connector.openapi && former.texts === connector.texts) return false;
  return filesOf(connector) !== filesOf(former) || !sameIcon(connector, former);
}

/** Every file by its name in the folder, with the text of those that were read. A folder may be moved. */
function filesOf({ files, texts, folder }: Connector): string {
  const inside = (file: string): string => (file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file);
  return JSON.stringify(files.map((file) => [inside(file), texts.get(file)]));
}

function sameIcon({ icon }: Connector, former: Connector): boolean {
  if (icon === undefined || former.icon === undefined) return icon === former.icon;
  return Buffer.compare(icon.bytes, former.icon.bytes) === 0;
}
