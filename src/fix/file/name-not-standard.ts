import type { Fix } from '../fix.ts';

const STANDARD = [
  'apiDefinition.swagger.json',
  'apiProperties.json',
  'connector.yaml',
  'openapi.yaml',
  'openapi.json',
  'script.csx',
  'registry.yaml',
];

/** Only what differs in capital letters: with other letters it could be meant to be another file. */
export const nameNotStandard: Fix = {
  code: 'file/name-not-standard',
  mend: ({ diagnostic: { at }, connector }) => {
    const folder = at.file.slice(0, at.file.lastIndexOf('/') + 1);
    const former = at.file.slice(folder.length);
    const name = STANDARD.find((standard) => standard.toLowerCase() === former.toLowerCase());
    if (name === undefined || name === former || connector?.files.includes(folder + name) === true) return undefined;
    // paconn reads the names of the files from its settings.
    const settings = [...(connector?.texts ?? [])].filter(([file]) => /\/settings\.json$/i.test(`/${file}`));
    return settings.some(([, text]) => text.includes(former)) ? undefined : { kind: 'rename', name };
  },
};
