import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readCatalogue } from '../../scripts/rule-catalogue.ts';
import { KNOWN_RULE_CODES, ruleRow } from '../../src/domain/rule-codes.ts';

const { sections, official } = readCatalogue();
const rules = sections.flatMap((section) => section.rules);
const readme = readFileSync('docs/rules/README.md', 'utf8');

const test = suite('rules/catalogue');

test('the catalogue is whole', () => {
  assert.is(sections.length, 14);
  assert.is(rules.length, 277);
  assert.is(new Set(rules.map(({ name }) => name)).size, rules.length);
  assert.is(official.length, 174);
});

test('everything in the catalogue has a code that is judged, or a sentence on why there is none', () => {
  for (const { name, codes, why } of rules) {
    assert.ok(why === undefined ? codes.length > 0 : isSentence(why), name);
    for (const code of codes) {
      const row = ruleRow(code);
      assert.ok(row?.status === 'checked' || isSentence(`${row?.why}.`), `${name}: ${code} is ${row?.status}`);
    }
  }
});

test('every official name stands for a code, or says why not', () => {
  const known = new Set(KNOWN_RULE_CODES.flatMap((code) => ruleRow(code)?.official ?? []));
  for (const { name, why } of official) assert.ok(why === undefined ? known.has(name) : isSentence(why), name);
  const names = new Set(official.filter(({ why }) => why === undefined).map(({ name }) => name));
  for (const name of known) assert.ok(names.has(name), `${name} is no official name`);
});

test('every code is in the table, and what is not judged says why', () => {
  for (const code of KNOWN_RULE_CODES) {
    const row = ruleRow(code);
    if (row?.status === 'checked') assert.ok(readme.includes(`| [${code}](${code}.md) |`), code);
    else assert.ok(row?.why !== undefined && readme.includes(`not checked: ${row.why} |`), `${code} is ${row?.status}`);
  }
});

function isSentence(text: string): boolean {
  return /^[A-Z].{20,}\.$/.test(text);
}

test.run();
