import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { CHANGE_KINDS, type ChangeKind } from '../../src/diff/change-kinds.ts';

const FOLDER = 'docs/changes';
const PRODUCTS = { 'logic-apps': 'Logic Apps', 'power-automate': 'Power Automate', 'power-apps': 'Power Apps' };
const SECTIONS = ['What changes', 'Effect', 'Who is hit', 'The non-breaking way'];
const KINDS: readonly (readonly [string, ChangeKind])[] = Object.entries(CHANGE_KINDS);

const test = suite('diff/change-pages');

const line = (kind: string, row: ChangeKind): string => {
  const products = row.products.map((product) => PRODUCTS[product]).join(', ');
  return [`\`${kind}\``, row.class, row.effect ?? '', products].filter((part) => part !== '').join(' · ');
};

test('every kind has a page, and every page a kind', () => {
  const pages = readdirSync(FOLDER).filter((file) => file !== 'README.md');
  assert.equal(pages.sort(), KINDS.map(([kind]) => `${kind}.md`).sort());
});

test('a page says what the table says', () => {
  for (const [kind, row] of KINDS) {
    const [title, , facts] = readFileSync(`${FOLDER}/${kind}.md`, 'utf8').split('\n');
    assert.is(title, `# ${row.title}`);
    assert.is(facts, line(kind, row));
  }
});

test('a page has every section, and something in each', () => {
  for (const [kind] of KINDS) {
    const parts = readFileSync(`${FOLDER}/${kind}.md`, 'utf8').split(/^## /m).slice(1);
    assert.equal(
      parts.map((part) => part.split('\n')[0]),
      SECTIONS,
      kind,
    );
    for (const part of parts) assert.match(part, /^.+\n\n\S[^]{3,}\.\n/, kind);
  }
});

test('the list of kinds names each of them', () => {
  const list = readFileSync(`${FOLDER}/README.md`, 'utf8');
  const rows = KINDS.map(([kind, row]) => `| [${kind}](${kind}.md) | ${row.class} | ${row.title} |`);
  for (const row of rows) assert.ok(list.includes(`${row}\n`), row);
  assert.is([...list.matchAll(/^\| \[/gm)].length, rows.length);
});

test('what is set beside the list of oasdiff are kinds, and no check is there twice', () => {
  const [, table = ''] = readFileSync(`${FOLDER}/README.md`, 'utf8').split('## Measured against oasdiff');
  const [here = '', elsewhere = ''] = table.split('have no counterpart');
  const linked = [...here.matchAll(/\[`([^`]+)`\]\(([^)]+)\.md\)/g)];
  for (const [, kind = '', page] of linked) {
    assert.is(page, kind);
    assert.ok(Object.hasOwn(CHANGE_KINDS, kind), kind);
  }
  const checks = [
    ...[...here.matchAll(/^\| `([^`]+)`/gm)].map(([, check]) => check),
    ...[...elsewhere.matchAll(/^\| .+ \| (`.+`) \|$/gm)].flatMap(([, list = '']) => list.split(', ')),
  ].map((check) => check?.replaceAll('`', ''));
  assert.is(checks.length, 509);
  assert.is(new Set(checks).size, 509);
});

test('a breaking kind says what it breaks, and a safe one nothing', () => {
  for (const [kind, { class: rank, effect }] of KINDS) {
    if (rank === 'breaking' || rank === 'forbidden') assert.ok(effect !== undefined, kind);
    if (rank === 'safe') assert.is(effect, undefined, kind);
  }
});

test.run();
