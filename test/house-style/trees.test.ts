import { globSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { suite } from 'uvu';
import { checkPaths } from '../../src/app/check-paths.ts';
import type { ReportedDiagnostic, ValidateReport } from '../../src/report/validate-report.ts';
import { renderValidateText } from '../../src/report/validate-text.ts';
import { assertGolden } from '../golden.ts';

// Each folder is a tree with a ruleset: what house style says of it is its report.txt.
const test = suite('house-style/trees');
const OURS = /^(?:style\/|file\/(?:ruleset|house-style|yaml)|metadata\/suppression)/;

for (const folder of globSync('test/fixtures/house-style/*').toSorted()) {
  test(basename(folder), async () => {
    const { report } = await checkPaths(resolve(folder), [], { today: '2027-01-31' });
    assertGolden(join(folder, 'report.txt'), renderValidateText(onlyStyle(report)));
  });
}

function onlyStyle(report: ValidateReport): ValidateReport {
  const isOurs = ({ code }: ReportedDiagnostic): boolean => OURS.test(code);
  const diagnostics = report.diagnostics.filter(isOurs);
  const count = (severity: string): number => diagnostics.filter((one) => one.severity === severity).length;
  return { ...report, diagnostics, counts: { error: count('error'), warning: count('warning'), info: count('info') } };
}

test.run();
