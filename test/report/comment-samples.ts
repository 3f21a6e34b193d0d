import type { PullRequestReport } from '../../src/report/comment-report.ts';
import type { CommentInput } from '../../src/report/comment.ts';
import type { ReportedChange } from '../../src/report/diff-report.ts';
import type { PlanReport } from '../../src/report/plan-report.ts';
import type { ReportedDiagnostic } from '../../src/report/validate-report.ts';

export const HEAD = '0123456789abcdef0123456789abcdef01234567';
const SCOPE = '11111111-1111-4111-8111-111111111111/22222222-2222-4222-8222-222222222222/westeurope';
const digest = (digit: string): string => `sha256:${digit.repeat(64)}`;

export function diagnostic(change: Partial<ReportedDiagnostic> = {}): ReportedDiagnostic {
  return {
    code: 'operation/id-not-unique',
    severity: 'error',
    connector: 'mail',
    file: 'connectors/mail/openapi.yaml',
    start: { line: 41, column: 7 },
    message: 'Operation id "send" is used twice',
    hint: 'Give each operation an id of its own',
    fingerprint: '0123456789abcdef',
    fixable: false,
    ...change,
  };
}

export function change(more: Partial<ReportedChange> = {}): ReportedChange {
  return {
    kind: 'operation-removed',
    class: 'breaking',
    connector: 'mail',
    operationId: 'SendMail',
    pointer: '/paths/~1send/post',
    message: 'Operation "SendMail" is removed',
    products: ['logic-apps', 'power-automate'],
    fingerprint: 'fedcba9876543210',
    ...more,
  };
}

export function report(
  diagnostics: readonly ReportedDiagnostic[] = [],
  changes: readonly ReportedChange[] = [],
): PullRequestReport {
  const severities = diagnostics.map((one) => one.severity);
  const classes = changes.map((one) => one.class);
  const count = <T>(all: readonly T[], wanted: T): number => all.filter((one) => one === wanted).length;
  return {
    version: 1,
    head: HEAD,
    validate: {
      version: 1,
      connectors: 2,
      files: 9,
      counts: {
        error: count(severities, 'error'),
        warning: count(severities, 'warning'),
        info: count(severities, 'info'),
      },
      diagnostics,
    },
    diff: {
      version: 1,
      connectors: 2,
      counts: {
        forbidden: count(classes, 'forbidden'),
        breaking: count(classes, 'breaking'),
        warning: count(classes, 'warning'),
        safe: count(classes, 'safe'),
      },
      update: changes.length > 0 ? 'major' : 'none',
      semver: changes.length > 0 ? 'major' : 'none',
      changes,
    },
    bases: { mail: digest('3') },
    rules: digest('9'),
    declared: [{ target: 'production', scope: SCOPE, connectors: {} }],
  };
}

export function plan(refused = false): PlanReport {
  const refusal = { why: 'A breaking change is not acknowledged in connector.yaml', override: digest('c') };
  return {
    version: 1,
    digest: digest('d'),
    targets: [
      {
        name: 'production',
        scope: SCOPE,
        parent: digest('e'),
        rules: { digest: digest('9'), same: true },
        steps: [
          { digest: digest('1'), kind: 'create', connector: 'weather', to: digest('2') },
          {
            digest: digest('c'),
            kind: 'update',
            connector: 'mail',
            from: digest('3'),
            to: digest('4'),
            class: 'breaking',
            ...(refused ? { refused: refusal } : {}),
          },
          { digest: digest('5'), kind: 'keep', connector: 'maps', from: digest('6'), to: digest('6') },
        ],
      },
    ],
  };
}

export function input(more: Partial<CommentInput> = {}): CommentInput {
  return {
    head: HEAD,
    conclusion: 'success',
    report: { kind: 'there', value: report() },
    plan: { kind: 'there', value: plan() },
    ...more,
  };
}
