import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import { CHANGE_KINDS } from '../../src/diff/change-kinds.ts';
import { changeDocs } from '../../src/report/docs-link.ts';
import { COMMENT_MARK, renderComment, saysTheSame, type CommentInput } from '../../src/report/comment.ts';
import { verdictOf } from '../../src/report/comment-verdict.ts';
import { change, diagnostic, input, plan, report } from './comment-samples.ts';

const test = suite('report/comment');

const there = <T>(value: T) => ({ kind: 'there', value }) as const;
const missing = (why: string) => ({ kind: 'missing', why }) as const;

const BAD = report(
  [diagnostic(), diagnostic({ severity: 'warning', code: 'metadata/title-too-long', message: 'Title is too long' })],
  [change(), change({ class: 'safe', kind: 'operation-added', message: 'Operation "ReadMail" is added' })],
);

const GOLDENS: readonly (readonly [string, CommentInput])[] = [
  ['clean', input()],
  ['findings', input({ conclusion: 'failure', report: there(BAD), plan: there(plan(true)) })],
  ['refused', input({ plan: there(plan(true)) })],
  ['no-plan', input({ plan: missing('The registry at https://registry.example cannot be reached: ECONNREFUSED') })],
  ['no-base', input({ report: there({ ...report(), diff: null }) })],
  [
    'not-finished',
    input({ conclusion: 'failure', report: missing('There is no report'), plan: missing('There is no report') }),
  ],
];

for (const [name, value] of GOLDENS) {
  test(`${name}: the comment is the golden one`, () => {
    const file = `test/fixtures/comment/${name}.md`;
    const text = renderComment(value);
    if (process.env['BLESS'] === '1') writeFileSync(file, text);
    assert.ok(existsSync(file), `${file} is missing: BLESS=1 npm test writes it`);
    assert.fixture(text, readFileSync(file, 'utf8'));
  });
}

const VERDICTS: readonly (readonly [string, Partial<CommentInput>, string])[] = [
  ['all is there and clean', {}, '✅ No error; a merge publishes 2 changes'],
  ['no report', { report: missing('it is gone') }, '❌ The check did not finish: it is gone'],
  ['the run failed, the report is clean', { conclusion: 'failure' }, '❌ The check ended with `failure`'],
  ['the run was cancelled', { conclusion: 'cancelled' }, '❌ The check ended with `cancelled`'],
  ['an error in a run that passed', { report: there(report([diagnostic()])) }, '❌ 1 error'],
  [
    'an error that was there before',
    { report: there(report([diagnostic({ new: false })])) },
    '✅ No error; a merge publishes 2 changes',
  ],
  ['errors that are only counted', { report: there(countedOnly()) }, '❌ 7 errors'],
  ['a breaking change', { report: there(report([], [change()])) }, '❌ 1 breaking change that nobody acknowledged'],
  [
    'an acknowledged one',
    { report: there(report([], [change({ acknowledged: true })])) },
    '✅ No error; a merge publishes 2 changes',
  ],
  ['no plan', { plan: missing('it is gone') }, '⚠️ No error, but there is no plan: it is gone'],
  ['a refused step', { plan: there(plan(true)) }, '⛔ No error, but publishing would be refused (1 step)'],
  [
    'nothing compared',
    { report: there({ ...report(), diff: null }) },
    '⚠️ No error, but nothing was compared with the base',
  ],
];
for (const [name, more, want] of VERDICTS) {
  test(`verdict: ${name}`, () => assert.is(verdictOf(input(more)), want));
}

function countedOnly() {
  const clean = report();
  return { ...clean, validate: { ...clean.validate, counts: { error: 7, warning: 0, info: 0 } } };
}

test('the same input gives the same bytes, and another input another mark', () => {
  assert.is(renderComment(input()), renderComment(structuredClone(input())));
  const one = renderComment(input());
  assert.ok(saysTheSame(one, one));
  assert.ok(saysTheSame(one.replaceAll('\n', '\r\n'), one));
  assert.not(saysTheSame(one, renderComment(input({ conclusion: 'failure' }))));
  assert.not(saysTheSame('something else', one));
});

test('a target that the base does not have is named, not planned', () => {
  const value = report();
  const declared = [...value.declared, { ...value.declared[0]!, target: 'mine', scope: 'elsewhere' }];
  assert.match(renderComment(input({ report: there({ ...value, declared }) })), 'own machine: `mine`');
});

test('however much there is, the comment stays below the limit and ends as it should', () => {
  const long = 'x'.repeat(500);
  const diagnostics = Array.from({ length: 2000 }, () => diagnostic({ message: long, hint: long }));
  const changes = Array.from({ length: 2000 }, () => change({ message: long, acknowledged: true }));
  const [target] = plan().targets;
  const targets = Array.from({ length: 60 }, (_, at) => ({ ...target!, name: `target-${at}` }));
  const steps = Array.from({ length: 3000 }, () => target!.steps[0]!);
  for (const planned of [
    { ...plan(), targets },
    { ...plan(), targets: [{ ...target!, steps }] },
  ]) {
    const text = renderComment(input({ report: there(report(diagnostics, changes)), plan: there(planned) }));
    assert.ok(text.length <= 60_000, String(text.length));
    assert.match(text, /… and \d+ more\./);
    assert.match(text, /with its own rules\.<\/sub>\n$/);
    assert.ok(text.startsWith(COMMENT_MARK));
  }
});

const HOSTILE: readonly string[] = [
  '@octocat and @org/team',
  '<img src=x onerror=alert(1)>',
  '</td></table><script>alert(1)</script>',
  '[click](https://evil.example) ![x](https://evil.example/x.png)',
  'https://evil.example www.evil.example someone@evil.example mailto:a@evil.example',
  'closes #1, fixes GH-2, see org/repo#3',
  '| a | b |\n|---|---|\n`code` **bold** ~~gone~~',
  'a\\|@octocat',
  '``` \n::error::x\n```',
  '<!-- content: 0000000000000000000000000000000000000000000000000000000000000000 -->',
  COMMENT_MARK,
  '\u202etxt.exe\u0007\u001b[31m',
  '&lt;b&gt; &#64;octocat &commat;octocat',
  '$\\unicode{x}$ $$x$$',
];

/** What is left of a comment when all that cannot act is taken out: inline code that holds no bar, and our own words. */
function withoutCode(text: string): string {
  return text.replace(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
}

/** The pages of our own kinds, which no report can choose. */
function withoutOwnLinks(text: string): string {
  return Object.keys(CHANGE_KINDS).reduce(
    (rest, kind) => rest.replaceAll(`[\`${kind}\`](${changeDocs(kind)})`, ''),
    text,
  );
}

function everywhere(text: string): string {
  const one = diagnostic({ message: text, hint: text, file: text, code: text, connector: text });
  const other = change({ message: text, connector: text, kind: text, class: 'safe', products: [] });
  const breaking = change({ connector: text, fingerprint: text });
  const [target] = plan(true).targets;
  const step = {
    ...target!.steps[1]!,
    connector: text,
    formerName: text,
    class: text,
    refused: { why: text, override: text },
  };
  return renderComment(
    input({
      conclusion: text,
      report: there({
        ...report([one], [other, breaking]),
        bases: { [text]: text, mail: text },
        declared: [{ target: text, scope: text, connectors: {} }],
      }),
      plan: there({ ...plan(), digest: text, targets: [{ ...target!, name: text, scope: text, steps: [step] }] }),
    }),
  );
}

function assertInert(text: string): void {
  const comment = everywhere(text);
  const [mark, content, ...lines] = comment.split('\n');
  assert.is(mark, COMMENT_MARK);
  assert.match(content!, /^<!-- content: [0-9a-f]{64} -->$/);
  const body = withoutCode(withoutOwnLinks(lines.join('\n'))).replace(/<\/?(details|summary)>/g, '');
  assert.not.match(body, /@[\w]/, 'a mention');
  assert.not.match(body, /<(?!br>|\/?sub>|\/?code>)[a-z/!]/i, 'markup');
  assert.not.match(body, /https?:|www\.|mailto:/i, 'a link');
  assert.not.match(body, /\]\(|!\[/, 'a Markdown link');
  assert.not.match(body.replaceAll(/&#\d+;/g, '&'), /#\d|GH-\d/i, 'an issue reference');
  assert.not.match(comment, /^::/m, 'a workflow command');
  assert.not.match(comment.replaceAll('\n', '').replaceAll('\u{200b}', ''), /[\p{Cc}\p{Cf}]/u, 'a control character');
}

for (const text of HOSTILE) test(`hostile text does nothing: ${JSON.stringify(text)}`, () => assertInert(text));

test('no text does anything', () => {
  const piece = fc.oneof(
    fc.constantFrom(...HOSTILE, '|', '`', '\\', '@a', '<b>', '#1', '\n'),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => assertInert(pieces.join(''))),
    { numRuns: 200 },
  );
});

test.run();
