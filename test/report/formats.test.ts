import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import type { Suppressed } from '../../src/domain/suppressed.ts';
import { planAnnotations, renderPlanSarif } from '../../src/report/plan-formats.ts';
import { renderPlanMarkdown } from '../../src/report/plan-markdown.ts';
import { planReport } from '../../src/report/plan-report.ts';
import { renderPlanText } from '../../src/report/plan-text.ts';
import type { Paint } from '../../src/report/paint.ts';
import { annotationsOf } from '../../src/report/validate-annotations.ts';
import { renderValidateGithub } from '../../src/report/validate-github.ts';
import { renderValidateMarkdown } from '../../src/report/validate-markdown.ts';
import { validateReport, type Locate } from '../../src/report/validate-report.ts';
import { renderValidateSarif } from '../../src/report/validate-sarif.ts';
import { renderValidateText } from '../../src/report/validate-text.ts';
import { renderWorkflowCommands } from '../../src/report/workflow-commands.ts';
import { planOf } from '../../src/plan/plan-digest.ts';
import { planTarget } from '../../src/plan/plan-target.ts';
import { assertGolden } from '../golden.ts';
import { connector, declared, entry, live } from '../plan/catalog.ts';

const test = suite('report/formats');
const golden = (name: string): string => `test/fixtures/report/${name}`;

const pageOf = (code: string): string => `# ${code}\n\nIt is \`right\`.\n\n**Why.** Makers [see](x.md) it.\n\nBefore:`;

/** Line = length of the pointer, so that sorting by place can be seen. */
const locate: Locate = ({ pointer = '' }) => ({
  start: { line: pointer.length + 1, column: 3 },
  end: { line: pointer.length + 1, column: 9 },
});

const base = { connector: 'mail', fingerprint: '0123456789abcdef', fixable: false } as const;
const diagnostics: Diagnostic[] = [
  {
    ...base,
    code: 'operation/id-not-unique',
    severity: 'error',
    at: { file: 'connectors/mail/openapi.yaml', pointer: '/paths/~1send/post/operationId' },
    message: 'Operation id "Send" is used twice',
    related: [
      { at: { file: 'connectors/mail/openapi.yaml', pointer: '/paths' }, message: 'The first operation with this id' },
    ],
  },
  {
    ...base,
    code: 'metadata/title-too-long',
    severity: 'warning',
    at: { file: 'connectors/mail/openapi.yaml', pointer: '/info' },
    message: 'Title "\u001b[2J<b>@all</b> | `x`" has 31 characters',
    hint: 'Use at most 30',
    new: false,
  },
];

const suppressed: Suppressed[] = [
  {
    diagnostic: {
      ...base,
      code: 'document/tag-redefined',
      severity: 'warning',
      at: { file: 'connectors/mail/openapi.yaml', pointer: '/tags/1/name' },
      message: 'Tag "mail" is declared twice',
    },
    suppression: {
      rule: 'document/tag-redefined',
      reason: 'It goes [soon](https://evil.example)',
      owner: 'mail-team',
      expires: '2027-03-31',
      at: { part: 'manifest', pointer: '/suppressions/0' },
    },
  },
];

const report = validateReport(diagnostics, { connectors: 2, files: 5, unchanged: 7 }, locate, suppressed);
const lines = Array.from({ length: 40 }, (_, n) => `${n + 1}:\tx: 日本`).join('\n');
const texts = new Map([['connectors/mail/openapi.yaml', lines]]);
/** Marks the parts that would be coloured. */
const tagged: Paint = (part, text) => `<${part}>${text}</${part}>`;

test('findings: text', () => assertGolden(golden('validate.txt'), renderValidateText(report)));
test('findings: text in a terminal', () =>
  assertGolden(golden('validate.terminal.txt'), renderValidateText(report, { texts, paint: tagged })));
test('findings: Markdown', () => assertGolden(golden('validate.md'), renderValidateMarkdown(report)));
test('findings: JSON', () => assertGolden(golden('validate.json'), `${JSON.stringify(report, null, 2)}\n`));
test('findings: SARIF', () => assertGolden(golden('validate.sarif'), renderValidateSarif(report, pageOf)));
test('findings: annotations leave out what was there before', () =>
  assertGolden(golden('validate.github.txt'), renderValidateGithub(report)));

test('a clean run says so in one line', () => {
  assert.is(
    renderValidateText(validateReport([], { connectors: 1, files: 3 }, locate)),
    '1 connector, 3 files: clean\n',
  );
});

test('ten annotations of each severity, however many there are', () => {
  const many = Array.from({ length: 40 }, (_, n) => ({
    ...diagnostics[0]!,
    severity: n % 2 ? ('error' as const) : ('warning' as const),
  }));
  const annotations = annotationsOf(validateReport(many, { connectors: 1, files: 1 }, locate));
  assert.is(annotations.filter((one) => one.severity === 'error').length, 10);
  assert.is(annotations.filter((one) => one.severity === 'warning').length, 10);
});

test('Markdown stays within its limit, and says what it left out', () => {
  const many = Array.from({ length: 2000 }, () => diagnostics[0]!);
  const markdown = renderValidateMarkdown(validateReport(many, { connectors: 1, files: 1 }, locate), 5000);
  assert.ok(markdown.length <= 5000);
  assert.match(markdown, /… and \d+ more\./);
});

const plan = planReport(
  planOf([
    planTarget(
      declared([connector('mail', 'b'), connector('chat', 'c'), connector('wiki', 'w')]),
      live({ mail: entry('a'), wiki: entry('w'), old: entry('o') }, { rules: { digest: 'other', profile: 'base' } }),
      new Map([['mail', { class: 'breaking', unacknowledged: 1, lacking: { fingerprints: ['0123456789abcdef'] } }]]),
    ),
  ]),
);

test('plan: text', () => assertGolden(golden('plan.txt'), renderPlanText(plan)));
test('plan: Markdown', () => assertGolden(golden('plan.md'), renderPlanMarkdown(plan)));
test('plan: JSON', () => assertGolden(golden('plan.json'), `${JSON.stringify(plan, null, 2)}\n`));
test('plan: SARIF', () => assertGolden(golden('plan.sarif'), renderPlanSarif(plan)));
test('plan: annotations', () => assertGolden(golden('plan.github.txt'), renderWorkflowCommands(planAnnotations(plan))));

test.run();
