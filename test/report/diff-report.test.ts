import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ChangeClass } from '../../src/domain/change.ts';
import { CHANGE_KINDS } from '../../src/diff/change-kinds.ts';
import { changeAnnotations } from '../../src/report/diff-annotations.ts';
import { excerptsOf } from '../../src/report/diff-excerpt.ts';
import { renderDiffGithub } from '../../src/report/diff-github.ts';
import { renderDiffMarkdown } from '../../src/report/diff-markdown.ts';
import { renderDiffSarif } from '../../src/report/diff-sarif.ts';
import { renderDiffText } from '../../src/report/diff-text.ts';
import type { Paint } from '../../src/report/paint.ts';
import { assertGolden } from '../golden.ts';
import { changed, HOSTILE, reportOf, SAMPLES } from './diff-samples.ts';

const test = suite('report/diff-report');

const golden = (name: string): string => `test/fixtures/report/${name}`;
const report = reportOf(SAMPLES);
/** Marks the parts that would be coloured. */
const tagged: Paint = (part, text) => `<${part}>${text}</${part}>`;

test('text', () => assertGolden(golden('diff.txt'), renderDiffText(report)));
test('text on a screen', () =>
  assertGolden(golden('diff.terminal.txt'), renderDiffText(report, { paint: tagged, short: true })));
test('Markdown', () => assertGolden(golden('diff.md'), renderDiffMarkdown(report)));
test('JSON', () => assertGolden(golden('diff.json'), `${JSON.stringify(report, null, 2)}\n`));
test('SARIF', () => assertGolden(golden('diff.sarif'), renderDiffSarif(report)));
test('the log of a step', () => assertGolden(golden('diff.github.txt'), renderDiffGithub(report)));

test('no change is one line', () => {
  const nothing = reportOf([]);
  for (const render of [renderDiffText, renderDiffGithub]) assert.is(render(nothing), '2 connectors: no change\n');
  assert.is(renderDiffMarkdown(nothing), '**2 connectors&#58; no change**\n');
});

test('a secret is in no format', () => {
  const formats = [renderDiffText(report), renderDiffMarkdown(report), renderDiffSarif(report), JSON.stringify(report)];
  for (const text of [...formats, renderDiffGithub(report)]) assert.not.match(text, 'Kq2Lm9Rt4');
});

test('a screen shows a part of what is safe, a file all of it', () => {
  const many = reportOf(Array.from({ length: 40 }, (_, n) => changed({ operationId: `Op${n}`, message: `Is ${n}` })));
  assert.match(renderDiffText(many, { short: true }), '… and 30 more safe changes');
  for (let n = 0; n < 40; n += 1) assert.match(renderDiffText(many), `Is ${n} `);
});

test('long values are shown where they begin to differ', () => {
  const { before = '', after = '' } = excerptsOf(`${'x'.repeat(500)}old${'y'.repeat(500)}`, `${'x'.repeat(500)}new`);
  assert.match(before, /^…x+oldy+…$/);
  assert.match(after, /^…x+new"$/);
});

test('half a secret is not shown either', () => {
  const token = 'ghp_Zx8Kq2Lm9Rt4Vw7Yb3Nc6Hd1Jf5Gs0PaQeUi';
  const { after = '' } = excerptsOf('short', `${'x '.repeat(110)}${token}`);
  assert.not.match(after, 'Zx8Kq2');
});

test('ten annotations of each severity, nothing safe and nothing acknowledged', () => {
  const classes: ChangeClass[] = ['safe', 'warning', 'breaking', 'forbidden'];
  const changes = classes.flatMap((danger) => Array.from({ length: 15 }, () => changed({ class: danger })));
  const acknowledged = changes.map((one) => ({ ...one, acknowledged: true }));
  const annotations = changeAnnotations(reportOf([...acknowledged, ...changes]));
  assert.equal(
    annotations.map(({ severity }) => severity),
    [...Array.from({ length: 10 }, () => 'error'), ...Array.from({ length: 10 }, () => 'warning')],
  );
  assert.ok(annotations.slice(0, 10).every(({ title }) => title.startsWith('forbidden')));
});

const kind = fc.constantFrom(...Object.keys(CHANGE_KINDS), 'made-up');
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.constantFrom(HOSTILE, '`'.repeat(5000), '|'.repeat(5000), '\u202e'.repeat(100_000), '</details>', '-->', '@a #1'),
);
const danger = fc.constantFrom<ChangeClass>('forbidden', 'breaking', 'warning', 'safe');
const change = fc
  .record({
    kind,
    class: danger,
    connector: text,
    message: text,
    before: text,
    after: text,
    operationId: fc.option(text, { nil: undefined }),
    operations: fc.option(fc.array(text, { minLength: 2, maxLength: 12 }), { nil: undefined }),
  })
  .map(({ operationId, operations, ...rest }) =>
    changed({
      ...rest,
      ...(operationId === undefined ? {} : { operationId }),
      ...(operations === undefined ? {} : { operations }),
    }),
  );

test('Markdown stays below its limit whatever comes, and never leaves out what breaks for what does not', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), fc.integer({ min: 1, max: 400 }), (few, times) => {
      const many = Array.from({ length: times }, () => few).flat();
      for (const limit of [300, 5000, 60_000]) {
        const markdown = renderDiffMarkdown(reportOf(many), limit);
        assert.ok(markdown.length <= limit, `${markdown.length} characters of ${limit}`);
        const left = /^Left out here: (.*?)\. /m.exec(markdown)?.[1] ?? '';
        const shown = (mark: string): boolean => new RegExp(`^- ${mark}`, 'm').test(markdown);
        if (/forbidden|breaking/.test(left)) assert.not.ok(shown('⚠️') || shown('✅'));
        if (/warning/.test(left)) assert.not.ok(shown('✅'));
      }
    }),
    { numRuns: 25 },
  );
});

test('Markdown of hostile text holds no markup but its own', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 5 }), (changes) => {
      const markdown = renderDiffMarkdown(reportOf(changes), 1_000_000);
      const outside = markdown
        .replace(/(`+)[^\n]*?(?<!`)\1(?!`)/g, 'code')
        .replace(/<code>[^<\n]*<\/code>/g, 'code')
        .replace(
          /\]\(https:\/\/github\.com\/connector-registry\/connectors\/blob\/main\/docs\/changes\/[a-z0-9-]+\.md\)/g,
          ']',
        );
      assert.equal(outside.match(/<(?!br>|\/?details>|\/?summary>)/g) ?? [], []);
      assert.not.match(outside, /\]\(|@\w|https?:/);
    }),
    { numRuns: 100 },
  );
});

test('text of hostile changes moves no cursor and begins no command', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 5 }), (changes) => {
      const shown = renderDiffText(reportOf(changes));
      assert.not.match(shown.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      assert.not.match(renderDiffGithub(reportOf(changes)), /^(?!::(error|warning|group|endgroup)\b)\s*::/m);
    }),
    { numRuns: 100 },
  );
});

test.run();
