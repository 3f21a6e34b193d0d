const DOCS = 'https://github.com/connector-registry/connectors/blob/main/docs';

/** The page of a rule; a team's own rules share one. */
export function ruleDocs(code: string): string {
  if (code.startsWith('style/')) return `${DOCS}/house-style.md`;
  return `${DOCS}/rules/${code.split('/').map(encodeURIComponent).join('/')}.md`;
}

/** The page of a kind of change. */
export function changeDocs(kind: string): string {
  return `${DOCS}/changes/${encodeURIComponent(kind)}.md`;
}

/** The page of an error code of the registry. */
export function errorDocs(code: string): string {
  return `${DOCS}/errors/${code.split('/').map(encodeURIComponent).join('/')}.md`;
}
