import type { Finding } from '../../src/domain/finding.ts';
import type { LoadedTree } from '../../src/load/load-tree.ts';
import { createLocator } from '../../src/places/locator.ts';

/** What was found in a tree, one finding a line, as `file:line:column code  message`, hints and related places below. */
export function showFindings({ connectors, findings, texts }: LoadedTree): string {
  const lines = [
    ...findings.flatMap((finding) => show(finding, texts)),
    ...connectors.flatMap((connector) => connector.findings.flatMap((finding) => show(finding, connector.texts))),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function show({ code, at, message, hint, related }: Finding, texts: ReadonlyMap<string, string>): string[] {
  const locate = createLocator(texts);
  const place = (one: Finding['at']): string => {
    if ('part' in one) return `${one.part} ${one.pointer}`;
    const { line, column } = locate(one).start;
    return `${one.file}:${line}:${column}`;
  };
  return [
    `${place(at)} ${code}  ${message}`,
    ...(hint === undefined ? [] : [`    ${hint}`]),
    ...(related ?? []).map((one) => `    ${place(one.at)}  ${one.message}`),
  ];
}
