import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { escapeMarkdown, inlineCode } from '../../src/report/escape-markdown.ts';
import { printable } from '../../src/report/printable.ts';
import { renderWorkflowCommands } from '../../src/report/workflow-commands.ts';

const test = suite('report/escaping');

test('a terminal gets no control, bidirectional or line separator character', () => {
  assert.is(printable('a\u001b[31mb\r\nc\u202e\u2028d\u0085'), 'a\\u{1b}[31mb\\u{d}\\u{a}c\\u{202e}\\u{2028}d\\u{85}');
  assert.is(printable('Größe 🌍 日本'), 'Größe 🌍 日本');
});

const hostile: [string, string][] = [
  ['a mention', 'hello @everyone'],
  ['an issue reference', 'fixes #12'],
  ['a link', '[click](https://evil.example)'],
  ['a bare link', 'see https://evil.example now'],
  ['a www link', 'see www.evil.example'],
  ['an image', '![x](http://evil.example/x.png)'],
  ['HTML', '<img src=x onerror=alert(1)>'],
  ['a comment end', '--> <script>'],
  ['a table cell', 'a | b'],
  ['a heading', '# big'],
  ['code', '`rm -rf`'],
  ['an entity', '&lt;b&gt;'],
  ['a new line', 'a\n\n# b'],
];

for (const [name, text] of hostile) {
  test(`Markdown: ${name} is inert`, () => {
    const escaped = escapeMarkdown(text);
    assert.not.match(escaped, /[<>`|[\]()!*_~\n\r]/);
    assert.not.match(escaped, /@\w|(^|[^&])#\d|https?:\/\/|www\./i);
  });
}

test('inline code cannot be left, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ', '\n', '|') }), (text) => {
      const code = inlineCode(text);
      const fence = /^`+/.exec(code)?.[0] ?? '';
      const inner = code.slice(fence.length, -fence.length);
      assert.ok(code.endsWith(fence));
      assert.not.ok([...inner.matchAll(/`+/g)].some((run) => run[0].length === fence.length));
      assert.not.match(code, '\n');
    }),
  );
});

test('a message cannot start a workflow command of its own', () => {
  const text = renderWorkflowCommands([
    {
      severity: 'error',
      title: 'a,b:c',
      message: 'one\n::set-env name=X::y\r100%',
      file: 'x,line=9.json',
      line: 3,
      column: 2,
    },
  ]);
  assert.is(text, '::error title=a%2Cb%3Ac,file=x%2Cline=9.json,line=3,col=2::one%0A::set-env name=X::y\\u{d}100%25\n');
  assert.is(text.split('\n').length, 2);
});

test.run();
