import { suite } from 'uvu';
import type { Paint } from '../../src/report/paint.ts';
import { renderRule, renderRuleList, type ShownRule } from '../../src/report/rules-text.ts';
import { assertGolden } from '../golden.ts';

const test = suite('report/rules-text');
const tagged: Paint = (part, text) => `<${part}>${text}</${part}>`;

const severity = { base: 'error', certified: 'error', 'independent-publisher': 'off', strict: 'info' } as const;
const rule: ShownRule = {
  code: 'operation/id-not-unique',
  severity,
  official: ['OperationIdNotUnique'],
  fixable: true,
  status: 'checked',
  link: 'https://docs.example/rules/operation/id-not-unique.md',
  page: `# operation/id-not-unique

Each operation has a \`name\` of its own.

**Why.** Flows know an operation by its id: with two of one id, nobody can say which of the two runs, as
[the platform](https://learn.example) says. This sentence makes the paragraph longer than one line.

Before:

\`\`\`yaml
paths:

  "/a": {get: {operationId: x}}   # a comment
\`\`\`

- One point, which is so long that it has to be wrapped, and whose second line is indented like its first.
- Another.

**Source.** OpenAPI 2.0.`,
};
const { page: _, ...planned } = {
  ...rule,
  code: 'auth/later',
  status: 'planned',
  fixable: false,
  official: [],
} as const;

test('a rule, as a terminal shows it', () => assertGolden('test/fixtures/report/rule.txt', renderRule(rule, tagged)));
test('a rule that nothing checks yet', () =>
  assertGolden('test/fixtures/report/rule-planned.txt', renderRule(planned)));
test('all rules by area', () => assertGolden('test/fixtures/report/rules.txt', renderRuleList([rule, planned])));

test.run();
