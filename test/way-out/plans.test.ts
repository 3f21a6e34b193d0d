import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readPaths } from '../../src/app/compare-paths.ts';
import type { Comparison } from '../../src/app/comparison.ts';
import { fixPlanReport } from '../../src/app/fix-plan-report.ts';
import { planFixes } from '../../src/app/fix-plan.ts';
import { writeFixes } from '../../src/app/write-fixes.ts';
import { PROFILES } from '../../src/domain/registry-file.ts';
import { diskTree } from '../../src/load/disk-tree.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { renderFixPlanText } from '../../src/report/fix-plan-text.ts';
import { checkConnectors } from '../../src/rules/check.ts';
import { assertGolden } from '../golden.ts';

const test = suite('way-out/plans');

const FIXTURES = 'test/fixtures/way-out';
/** Ways that only a person can go. */
const BY_HAND = new Set(['by-hand']);

/** Runs with a copy of a fixture, `before` and `after` beside each other. */
function inCopy(name: string, work: (root: string, read: () => Comparison) => void): void {
  const root = mkdtempSync(join(tmpdir(), 'way-out-'));
  try {
    cpSync(join(FIXTURES, name), root, { recursive: true });
    work(root, () => readPaths(root, { before: join(root, 'before'), after: join(root, 'after'), now: '2027-01-01' }));
  } finally {
    rmSync(root, { recursive: true });
  }
}

const codes = (root: string, side: string, profile: (typeof PROFILES)[number]): string[] =>
  checkConnectors(loadTree(diskTree(join(root, side)), ['']).connectors, () => profile).map(({ code }) => code);

for (const name of readdirSync(FIXTURES)) {
  test(`${name}: the plan is the golden one`, () => {
    inCopy(name, (_, read) => {
      const report = fixPlanReport(planFixes(read()), false);
      assertGolden(join(FIXTURES, name, 'plan.txt'), renderFixPlanText(report));
      assert.equal(fixPlanReport(planFixes(read()), false), report);
    });
  });

  if (BY_HAND.has(name)) continue;

  test(`${name}: what is written breaks nothing, and brings no finding that was in neither version`, () => {
    inCopy(name, (root, read) => {
      const known = PROFILES.map(
        (profile) => new Set(['before', 'after'].flatMap((side) => codes(root, side, profile))),
      );
      writeFixes(planFixes(read()));
      assert.equal(planFixes(read()), []);
      for (const [index, profile] of PROFILES.entries()) {
        assert.equal(
          codes(root, 'after', profile).filter((code) => known[index]?.has(code) !== true),
          [],
          profile,
        );
      }
    });
  });

  test(`${name}: the patches are what is written`, () => {
    inCopy(name, (root, read) => {
      const plans = planFixes(read());
      const patches = fixPlanReport(plans, false).connectors.flatMap(({ files }) => files.map(({ patch }) => patch));
      const lineBreaks = (text: string): string => text.replaceAll('\r\n', '\n');
      const files = plans.flatMap(({ wayOut }) => [...wayOut.files]);
      for (const [file] of files) {
        const path = join(root, file);
        writeFileSync(path, lineBreaks(readFileSync(path, 'utf8')));
      }
      execFileSync('git', ['apply', '--unsafe-paths', '-'], { cwd: root, input: patches.join('') });
      for (const [file, { text }] of files) {
        assert.is(readFileSync(join(root, file), 'utf8'), lineBreaks(text));
      }
    });
  });
}

test.run();
