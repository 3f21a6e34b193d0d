import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import { codeFrame } from '../../src/report/code-frame.ts';

const test = suite('report/code-frame');

/** The frame of a text in which `[` and `]` stand around the place. */
function frameOf(marked: string): string | undefined {
  const from = marked.indexOf('[[');
  const to = marked.indexOf(']]') - 2;
  const text = marked.replace('[[', '').replace(']]', '');
  const at = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: before.at(-1)!.length + 1 };
  };
  const frame = codeFrame(text, at(from), at(to));
  return frame && `${frame.source}\n${frame.gutter}${frame.carets}`;
}

const cases: [name: string, text: string, frame: string][] = [
  ['a value', 'a:\n  id: [[send]]\n', '    2 |   id: send\n      |       ^^^^'],
  ['a tab before it', '\tid:\t[[send]]', '    1 |     id: send\n      |         ^^^^'],
  ['wide characters before it', '日本: [[値段]] x', '    1 | 日本: 値段 x\n      |       ^^^^'],
  ['an emoji before it', '🌍🌍 [[b]]', '    1 | 🌍🌍 b\n      |      ^'],
  ['marks that have no width', 'e\u0301e\u0301 [[b]]', '    1 | e\u0301e\u0301 b\n      |    ^'],
  ['control characters', 'a\u001b[31m[[b]]', '    1 | a\\u{1b}[31mb\n      |            ^'],
  ['control characters in it', '[[a\u202eb]] c', '    1 | a\\u{202e}b c\n      | ^^^^^^^^^^'],
  ['a Windows line end', 'a\r\n[[b]]\r\nc', '    2 | b\n      | ^'],
  ['several lines: the first', 'a: [[{\n  b\n}]]', '    1 | a: {\n      |    ^'],
  ['nothing wide: one caret', 'ab[[]]c', '    1 | abc\n      |   ^'],
  ['the end of a line', 'ab[[]]\nc', '    1 | ab\n      |   ^'],
];

for (const [name, text, frame] of cases) test(name, () => assert.is(frameOf(text), frame));

test('a long line is cut around the place, which stays in sight', () => {
  const frame = frameOf(`${'x'.repeat(5000)}[[here]]${'y'.repeat(5000)}`)!;
  const [source = '', carets = ''] = frame.split('\n');
  assert.is(source.length, 8 + 1 + 100 + 1);
  assert.is(source.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1), 'here');
  assert.ok(source.startsWith('    1 | …x') && source.endsWith('y…'));
});

test('a place that is longer than the line shown is marked to its end', () => {
  const [source = '', carets = ''] = frameOf(`[[${'x'.repeat(500)}]]`)!.split('\n');
  assert.is(carets.length, source.length - 1);
});

test('an empty line, and one that is not there, have no frame', () => {
  assert.is(codeFrame('a\n\nb', { line: 2, column: 1 }, undefined), undefined);
  assert.is(codeFrame('a', { line: 7, column: 1 }, undefined), undefined);
});

test('carets stay on one printable line, whatever the text and the place are', () => {
  const position = fc.record({ line: fc.integer({ min: 1, max: 4 }), column: fc.integer({ min: 1, max: 300 }) });
  const unit = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('\n', '\t', '日', '\u{1f30d}', '\ud800'),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), position, position, (parts, start, end) => {
      const frame = codeFrame(parts.join(''), start, end);
      if (frame === undefined) return;
      assert.match(frame.carets, /^\^+$/);
      assert.match(frame.gutter, /^ {5} \| *$/);
      assert.not.match(frame.source, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test.run();
