import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { globSync, readFileSync } from 'node:fs';
import { errorDocs } from '../../src/report/docs-link.ts';
import { PROBLEMS } from '../../src/server/problems.ts';
import { withRegistry } from './harness.ts';

const test = suite('server/problems');

const page = (code: string): string => `docs/errors/${code}.md`;

test('every code has a page with its title and its status, and every page has a code', () => {
  const pages = globSync('docs/errors/**/*.md').filter((file) => !file.endsWith('README.md'));
  assert.equal(pages.map((file) => file.replaceAll('\\', '/')).sort(), Object.keys(PROBLEMS).map(page).sort());
  for (const [code, { title, status }] of Object.entries(PROBLEMS)) {
    const text = readFileSync(page(code), 'utf8');
    assert.ok(text.startsWith(`# ${code}\n\n${title}. Status ${status}.\n\n## Why\n\n`), code);
    assert.match(text, '\n## What to do\n\n', code);
  }
});

test('the overview lists every code with its status and title', () => {
  const overview = readFileSync('docs/errors/README.md', 'utf8');
  const rows = overview.split('\n').filter((line) => line.startsWith('| ['));
  const expected = Object.entries(PROBLEMS).map(
    ([code, { status, title }]) => `| [${code}](${code}.md) | ${status} | ${title} |`,
  );
  assert.equal(rows.sort(), expected.sort());
});

test('links between the pages lead somewhere', () => {
  for (const code of Object.keys(PROBLEMS)) {
    const text = readFileSync(page(code), 'utf8');
    for (const [, link = ''] of text.matchAll(/\]\(([^)]+)\)/g)) {
      readFileSync(new URL(link, new URL(page(code), `file://${process.cwd()}/`)));
    }
  }
});

test('the type of a problem links the page of its code', () =>
  withRegistry(async ({ call, token }) => {
    const missing = await call('/v1/scopes/a/b/c/connectors', { token: await token() });
    const refused = await call('/v1/tokens');
    for (const { json, headers, status } of [missing, refused]) {
      assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/);
      assert.is(json.type, errorDocs(json.code));
      assert.ok(json.type.endsWith(page(json.code)), json.type);
      assert.is(json.status, status);
    }
    assert.is(missing.json.code, 'not-found');
    assert.is(refused.json.code, 'auth/token-missing');
  }));

test.run();
