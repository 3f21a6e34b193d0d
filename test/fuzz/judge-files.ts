import * as assert from 'uvu/assert';
import { checkTree, reportOf, textsOf } from '../../src/app/check-tree.ts';
import { PROFILES } from '../../src/domain/registry-file.ts';
import { renderValidateGithub } from '../../src/report/validate-github.ts';
import { renderValidateMarkdown } from '../../src/report/validate-markdown.ts';
import { renderValidateSarif } from '../../src/report/validate-sarif.ts';
import { renderValidateText } from '../../src/report/validate-text.ts';
import { MOST_PER_CODE } from '../../src/rules/run-rules.ts';
import { memoryTree } from '../load/memory-tree.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

const RENDERERS = [
  renderValidateText,
  renderValidateSarif,
  renderValidateMarkdown,
  renderValidateGithub,
  JSON.stringify,
];

/**
 * Judges a folder as `connectors validate` does, strictly, and renders the report in one of its forms. Throws when that ends in anything
 * but a verdict: no connector and no finding, a place outside its file, more findings of one code than anybody may give.
 */
export function judgeFiles(files: Files, turn = 0): void {
  const profile = PROFILES[turn % PROFILES.length] ?? 'strict';
  const checked = checkTree(memoryTree(files), [''], { profile, today: '2026-01-01' });
  const report = reportOf(checked);
  assert.ok(report.connectors + report.diagnostics.length > 0, 'there is no verdict');
  const lines = new Map([...textsOf(checked.loaded)].map(([file, text]) => [file, text.split('\n').length]));
  const counts = new Map<string, number>();
  for (const { file, start, code, fingerprint, message } of report.diagnostics) {
    assert.ok(start.line >= 1 && start.column >= 1 && start.line <= (lines.get(file) ?? 1), `${code} in ${file}`);
    assert.match(fingerprint, /^[0-9a-f]{16}$/);
    assert.ok(message.length < 2000, `${code} says ${message.length} characters`);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  for (const [code, count] of counts) assert.ok(count <= MOST_PER_CODE, `${count} findings of ${code}`);
  const render = RENDERERS[turn % RENDERERS.length] ?? renderValidateText;
  assert.type(render(report), 'string');
}
