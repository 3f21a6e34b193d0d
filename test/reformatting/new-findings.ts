import { compareFindings } from '../../src/app/compare-findings.ts';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import type { Profile } from '../../src/domain/registry-file.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { memoryTree } from '../load/memory-tree.ts';
import type { Form } from './reformat-text.ts';
import { reformatted, type Files } from './reformatted-tree.ts';

/** Forms that change no meaning: order of keys, indentation, line ends, JSON or YAML. */
export const FORMS: readonly Form[] = [
  { name: 'one line', indent: 0, lineEnd: '\n' },
  { name: 'two spaces, CRLF', indent: 2, lineEnd: '\r\n' },
  { name: 'shuffled keys', indent: 1, lineEnd: '\n', shuffle: 1 },
  { name: 'YAML, shuffled keys, CRLF', indent: 2, lineEnd: '\r\n', shuffle: 2, toYaml: true },
];

/** What these find is the form itself, or how much a change touches: a reformatting can bring it about. */
const ABOUT_THE_FORM: ReadonlySet<string> = new Set([
  'file/definition-nearly-too-large',
  'file/definition-too-large',
  'file/hard-tabs',
  'file/one-connector-per-change',
  'file/trailing-space',
]);

export interface Compared {
  readonly findings: number;
  readonly fresh: readonly Diagnostic[];
}

/** What is found after a reformatting and was not there before it. */
export function newFindings(files: Files, form: Form, profile: Profile): Compared {
  const before = loadTree(memoryTree(files), ['']);
  const after = loadTree(memoryTree(reformatted(files, form)), ['']);
  const { diagnostics } = compareFindings({ before, after }, { profile, today: '2026-01-01' });
  return {
    findings: diagnostics.length,
    fresh: diagnostics.filter((one) => one.new === true && !ABOUT_THE_FORM.has(one.code)),
  };
}
