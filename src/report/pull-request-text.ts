import { escapeMarkdown, inlineCode } from './escape-markdown.ts';
import type { ImportFinding, ImportReport } from './import-report.ts';
import { plural, printable } from './printable.ts';

/** Title and text of the pull request that proposes an import. What the source says is text in them, nothing else. */
export interface PullRequestText {
  readonly title: string;
  readonly body: string;
}

const MOST_LINES = 30;
/** Of one list: GitHub takes 65,536 characters of all, and five lists stay below that. */
const MOST_CHARACTERS = 10_000;

/** `isThere`: whether the folder was there before. */
export function pullRequestText(report: ImportReport, isThere: boolean): PullRequestText {
  const { title, folder, operations, source, merged, losses, todo } = report;
  const verb = isThere ? 'Update' : 'Add';
  const from =
    source.kind === 'new' ? '' : `, from ${inlineCode(fileNameOf(source.name))} (${escapeMarkdown(source.kind)})`;
  const changes = merged?.operations;
  const lists = [
    list('Operations that are new', changes?.added ?? []),
    list('Operations that change', changes?.changed ?? []),
    list('Operations that are gone', changes?.removed ?? []),
    section(
      'Not carried over from the source',
      losses.map(({ pointer, message }) => `${inlineCode(cut(pointer || '/'))} ${escapeMarkdown(cut(message))}`),
    ),
    section('To do before certification', todo.map(findingLine)),
  ];
  const parts = [
    `${inlineCode(folder)}: ${plural(operations, 'operation')}${from}.`,
    ...lists.filter((one) => one !== ''),
  ];
  return { title: `${verb} connector ${inertTitle(title)}`, body: `${parts.join('\n\n')}\n` };
}

/** It is the message of the commit, too, where GitHub heeds "closes #1" and "@team" and knows no escapes: zero-width spaces break them. */
function inertTitle(title: string): string {
  return printable(title)
    .slice(0, 100)
    .toWellFormed()
    .replace(/#(?=\d)|@(?=\w)|\bGH(?=-\d)|\bhttps?(?=:)/gi, (mark) => `${mark}\u{200b}`);
}

/** Neither the folders of somebody's machine nor what stands behind an address. */
function fileNameOf(name: string): string {
  return (
    name
      .replace(/[?#].*$/s, '')
      .split(/[\\/]/)
      .at(-1) ?? ''
  );
}

function findingLine({ code, message, count }: ImportFinding): string {
  return `${inlineCode(code)} ${escapeMarkdown(cut(message))}${count === 1 ? '' : ` (and ${count - 1} more)`}`;
}

function cut(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 297)}...`;
}

function list(heading: string, names: readonly string[]): string {
  return names.length === 0
    ? ''
    : `**${heading}:** ${shortened(names.map((name) => inlineCode(cut(name)))).join(', ')}`;
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0
    ? ''
    : `**${heading}**\n\n${shortened(lines)
        .map((line) => `- ${line}`)
        .join('\n')}`;
}

function shortened(lines: readonly string[]): string[] {
  let room = MOST_CHARACTERS;
  const shown = lines.slice(0, MOST_LINES).filter((line) => (room -= line.length) >= 0);
  const more = lines.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])];
}
