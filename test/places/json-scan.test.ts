import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { JsonProblem } from '../../src/places/json-problem.ts';
import { scanJson } from '../../src/places/json-scan.ts';
import { isJson, jsonTexts } from './json-texts.ts';

const test = suite('places/json-scan');

/** A problem as "kind at offset", and for syntax what is seen and expected. */
const shown = (problem: JsonProblem): string =>
  `${problem.kind} ${problem.start}${problem.kind === 'syntax' ? ` [${problem.seen}] for ${problem.expected}` : ''}`;

const cases: readonly (readonly [name: string, text: string, problems: readonly string[], relaxed?: string])[] = [
  ['strict JSON has no problem', ' {"a": [1, -2.5e3, true, null, "\\u00e9\\n"]} ', []],
  ['a trailing comma is blanked', '[1, 2,\n]', ['trailing-comma 5'], '[1, 2 \n]'],
  ['in an object too', '{"a": 1 , }', ['trailing-comma 8'], '{"a": 1   }'],
  [
    'comments are blanked at equal length',
    '{/* x */"a": 1} // end',
    ['comment 1', 'comment 16'],
    '{       "a": 1}       ',
  ],
  ['a comment between a comma and the bracket', '[1, // one\n]', ['trailing-comma 2', 'comment 4'], '[1        \n]'],
  ['slashes in a string are no comment', '{"u": "https://x"}', []],
  ['a raw control character', '["a\tb"]', ['control-character 3'], '["a b"]'],
  ['a repeated key', '{"a": 1, "b": {"a": 2}, "a": 3}', ['duplicate-key 24']],
  ['a key repeated in another spelling', '{"a": 1, "\\u0061": 3}', ['duplicate-key 9']],
  ['a missing comma', '{"a": 1 "b": 2}', ['syntax 8 ["b"] for "," or "}"']],
  ['a missing colon', '{"a" 1}', ['syntax 5 [1] for ":"']],
  ['a second comma', '[1,, 2]', ['syntax 3 [,] for a value']],
  ['a comma and nothing', '[,]', ['syntax 1 [,] for a value or "]"']],
  ['the wrong bracket', '{"a": [1}', ['syntax 8 [}] for "," or "]"']],
  ['a bracket too many', '{}}', ['syntax 2 [}] for the end of the file']],
  ['two documents', '{} {}', ['syntax 3 [{] for the end of the file']],
  ['an end too early', '{"a": [1', ['syntax 8 [] for "," or "]"']],
  ['an empty text', ' ', ['syntax 1 [] for a value']],
  ['single quotes', "{'a': 1}", ['syntax 1 [\'a\'] for a key in double quotes or "}"']],
  ['a bare word', '{"a": yes}', ['syntax 6 [yes] for a value']],
  ['a number with a leading zero', '[01]', ['syntax 1 [01] for a value or "]"']],
  ['an unknown escape', '["C:\\dir"]', ['syntax 4 [\\d] for an escape that JSON knows']],
  ['a string that is not closed', '["abc', ['syntax 1 ["abc] for a value or "]"']],
  [
    'a missing quote is reported where its line ends, and its echo is not',
    '{"a": "x,\n "b": 1}',
    ['control-character 9'],
  ],
  ['white space that JSON does not know', '[\u00a01]', ['syntax 1 [\u00a01] for a value or "]"']],
];

for (const [name, text, problems, relaxed] of cases) {
  test(name, () => {
    const scan = scanJson(text);
    assert.equal(scan.problems.map(shown), problems);
    if (relaxed !== undefined) assert.is(scan.relaxed, relaxed);
    if (relaxed !== undefined || problems.length === 0) assert.ok(isJson(scan.relaxed!));
  });
}

test('a repeated key says its pointer and where it stood before', () => {
  const [problem] = scanJson('{"p": [{}, {"a/b": 1, "a/b": 2}]}').problems;
  assert.is(problem?.kind, 'duplicate-key');
  assert.equal(problem, {
    kind: 'duplicate-key',
    key: 'a/b',
    pointer: '/p/1/a~1b',
    start: 22,
    end: 27,
    first: { start: 12, end: 17 },
  });
});

test('no text is judged otherwise than by JSON.parse', () => {
  fc.assert(
    fc.property(jsonTexts, (text) => {
      const strict = scanJson(text).problems.every((problem) => problem.kind === 'duplicate-key');
      assert.is(strict, isJson(text), JSON.stringify(text));
    }),
    { numRuns: 2000 },
  );
});

test('what is relaxed is JSON of the same length', () => {
  fc.assert(
    fc.property(jsonTexts, (text) => {
      const { relaxed } = scanJson(text);
      if (relaxed === undefined) return;
      assert.is(relaxed.length, text.length);
      assert.ok(isJson(relaxed), relaxed);
    }),
    { numRuns: 2000 },
  );
});

test('depth and repetition do not matter', () => {
  assert.is(scanJson('['.repeat(100_000)).problems.length, 1);
  assert.equal(scanJson(`${'['.repeat(100_000)}${']'.repeat(100_000)}`).problems, []);
  assert.is(scanJson(`[${'//\n'.repeat(100_000)}]`).problems.length, 50);
  assert.is(scanJson(`{${'"a":1,'.repeat(100_000)}"a":1}`).problems.length, 50);
  assert.is(scanJson(`["${'\\'.repeat(200_000)}"]`).problems.length, 0);
});

test.run();
