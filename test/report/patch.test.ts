import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { renderPatch } from '../../src/report/patch.ts';

const test = suite('report/patch');

const LINES = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`).join('');
const at = (line: number): number => LINES.indexOf(`line ${line}\n`);

test('each place with the lines around it, those that are near together', () => {
  const edits = [
    { start: at(18), end: at(18), text: 'new\n' },
    { start: at(2) + 5, end: at(2) + 6, text: 'two' },
    { start: at(5), end: at(6), text: '' },
  ];
  assert.is(
    renderPatch('a/b.yaml', LINES, edits),
    `--- a/a/b.yaml
+++ b/a/b.yaml
@@ -1,9 +1,8 @@
 line 1
-line 2
+line two
 line 3
 line 4
-line 5
 line 6
 line 7
 line 8
 line 9
@@ -15,6 +14,7 @@
 line 15
 line 16
 line 17
+new
 line 18
 line 19
 line 20
`,
  );
});

test('lines that stay in a replaced block are no change', () => {
  const patch = renderPatch('x', LINES, [{ start: 0, end: at(4), text: 'line 1\nmore\nline 3\n' }]);
  assert.match(patch, ' line 1\n-line 2\n+more\n line 3\n line 4\n');
});

test('nothing in a file does anything to a terminal, and secrets are not shown', () => {
  const patch = renderPatch('a\u001b[31m.yaml', 'a\n', [
    { start: 0, end: 2, text: `\tb\u001b[2J\n##[error]\u202e\nghp_Zx8Kq2Lm9Rt4Vw7Yb3Nc6Hd1Jf5Gs0PaQeUi\n` },
  ]);
  assert.not.match(patch, '\u001b');
  assert.not.match(patch, '\u202e');
  assert.not.match(patch, '##[');
  assert.not.match(patch, 'Vw7Yb3Nc6Hd1');
  assert.match(patch, '+\tb');
});

test.run();
