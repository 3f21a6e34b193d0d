/** What a person types after an import. Names of connectors need no quotes; a folder may. */
export function nextCommands(folder: string, name: string, isValid: boolean): string[] {
  const path = /^[\w./-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", String.raw`'\''`)}'`;
  const check = `npx connectors validate ${path}`;
  if (!isValid) return [check];
  return [
    check,
    `git switch -c add-${name}`,
    `git add ${path}`,
    `git commit -m "Add connector ${name}"`,
    'git push -u origin HEAD',
  ];
}
