import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { describeProblem } from '../../src/schema/describe-problem.ts';
import type { SchemaProblem } from '../../src/schema/schema-problem.ts';
import { validateAgainst } from '../../src/schema/validate-against.ts';
import { assertGolden } from '../golden.ts';

const test = suite('schema/schemas');

const FIXTURES = 'test/fixtures/schema';

function textOf(problem: SchemaProblem): string {
  const { message, hint } = describeProblem(problem);
  const place = problem.pointer === '' ? '(document)' : problem.pointer;
  return `${place}${problem.key === true ? ' (key)' : ''} ${problem.keyword}\n  ${message}\n${hint === undefined ? '' : `  ${hint}\n`}`;
}

for (const name of ['connector', 'registry', 'openapi-2'] as const) {
  const good = globSync(`${FIXTURES}/${name}/good/*.yaml`).toSorted();
  const bad = globSync(`${FIXTURES}/${name}/bad/*.yaml`).toSorted();

  test(`there are good and bad ${name} documents`, () => assert.ok(good.length > 1 && bad.length > 2));

  for (const file of good) {
    test(`${name}: ${basename(file, '.yaml')} is taken`, () => {
      const problems = validateAgainst(name, load(readFileSync(file, 'utf8')));
      assert.is(problems.map(textOf).join(''), '');
    });
  }

  for (const file of bad) {
    test(`${name}: ${basename(file, '.yaml')} is refused, each mistake once and at its place`, () => {
      const problems = validateAgainst(name, load(readFileSync(file, 'utf8')));
      assert.ok(problems.length > 0);
      assertGolden(file.replace(/\.yaml$/, '.problems.txt'), problems.map(textOf).join(''));
    });
  }
}

test.run();
