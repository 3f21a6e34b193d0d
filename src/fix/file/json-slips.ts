import { scanJson } from '../../places/json-scan.ts';
import { endOfComment, endOfJsonString } from '../../places/json-text.ts';
import type { Range } from '../../places/source-node.ts';
import type { Site } from '../fix.ts';

export interface JsonSlips {
  readonly commas: readonly Range[];
  readonly comments: readonly Range[];
}

/** Reading tells this many of a kind; the last one then stands for all that follow. */
const MOST_TOLD = 50;

/** Whether more of the same may follow in the file, of which no finding is told. */
export function isLastTold({ diagnostic: { code, at }, others }: Site): boolean {
  const told = others.filter((one) => one.code === code && one.at.file === at.file);
  return told.length >= MOST_TOLD && told.every((one) => (one.at.offset ?? 0) <= (at.offset ?? 0));
}

/** Each comment and each comma too many of a text that is JSON without them; none of any other text. */
export function jsonSlipsOf(text: string): JsonSlips {
  const { relaxed } = scanJson(text);
  const commas: Range[] = [];
  const comments: Range[] = [];
  if (relaxed === undefined) return { commas, comments };
  for (let at = 0; at < text.length;) {
    const comment = text[at] === '"' ? undefined : endOfComment(text, at);
    if (comment !== undefined) comments.push({ start: at, end: comment });
    if (text[at] === ',' && relaxed[at] === ' ') commas.push({ start: at, end: at + 1 });
    at = text[at] === '"' ? endOfJsonString(text, at) : (comment ?? at + 1);
  }
  return { commas, comments };
}
