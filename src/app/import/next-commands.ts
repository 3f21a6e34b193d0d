/** What a person types after an import. Names of connectors need no quotes; a folder may. */
export function nextCommands(folder: string, name: string, isValid: boolean): string[] {
  return isValid ? [checkOf(folder), ...commands(folder, `add-${name}`, `Add connector ${name}`)] : [checkOf(folder)];
}

/** The same after a source was imported again. */
export function updateCommands(folder: string, name: string, isChanged: boolean, isValid: boolean): string[] {
  if (!isChanged) return isValid ? [] : [checkOf(folder)];
  const look = `git diff ${quoted(folder)}`;
  if (!isValid) return [checkOf(folder), look];
  return [checkOf(folder), look, ...commands(folder, `update-${name}`, `Update connector ${name}`)];
}

function checkOf(folder: string): string {
  return `npx connectors validate ${quoted(folder)}`;
}

function commands(folder: string, branch: string, message: string): string[] {
  return [
    `git switch -c ${branch}`,
    `git add ${quoted(folder)}`,
    `git commit -m "${message}"`,
    'git push -u origin HEAD',
  ];
}

function quoted(folder: string): string {
  return /^[\w./-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", String.raw`'\''`)}'`;
}
