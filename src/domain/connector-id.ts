declare const brand: unique symbol;
/** The name of a connector: its folder's name, or for Microsoft's layout one derived from it. */
export type ConnectorId = string & { readonly [brand]: 'ConnectorId' };

const PATTERN = /^[a-z][a-z0-9-]{1,62}$/;

/** `^[a-z][a-z0-9-]{1,62}$`, or undefined. */
export function parseConnectorId(text: string): ConnectorId | undefined {
  return PATTERN.test(text) ? (text as ConnectorId) : undefined;
}

/** The id that a free folder name gets: "Africa's Talking SMS" is `africas-talking-sms`. Total: something unreadable is `connector`. */
export function deriveConnectorId(folderName: string): ConnectorId {
  const slug = folderName
    .normalize('NFKD')
    .replace(/['’\p{M}]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]*(?=[a-z])/, (start) => (/\d/.test(start) ? `c-${start.replace(/^-+/, '')}` : ''))
    .replace(/^-+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '');
  return (
    parseConnectorId(slug) ??
    parseConnectorId(`connector-${slug}`.slice(0, 63).replace(/-+$/, '')) ??
    ('connector' as ConnectorId)
  );
}

// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])$/;

/** Whether Windows keeps the name for a device: a folder of this name cannot be made there, nor checked out. */
export function isDeviceName(id: ConnectorId): boolean {
  return DEVICE.test(id);
}

/** The id for a folder that is yet to be made: `connector-con` for `con`. Folders that are there keep theirs. */
export function newConnectorId(id: ConnectorId): ConnectorId {
  return isDeviceName(id) ? (`connector-${id}` as ConnectorId) : id;
}
