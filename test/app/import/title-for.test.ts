import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { titleFor } from '../../../src/app/import/derive.ts';

const test = suite('app/import/title-for');

const TITLES: readonly (readonly [authored: string, want: string])[] = [
  ['Pet Store API v1', 'Pet Store'],
  ['Contoso REST API', 'Contoso'],
  ['API', 'API'],
  ['  Two   words ', 'Two words'],
  ['Thing API (@someone on a branch of the repository)', 'Thing'],
  ['Box (unofficial)', 'Box (unofficial)'],
  ['Orders and invoices - everything about what was sold', 'Orders and invoices'],
  ['A name that is much longer than thirty characters', 'A name that is much longer'],
  ['Supercalifragilisticexpialidocious', 'Supercalifragilisticexpialidoc'],
  ['Contoso official OpenAPI spec and its extensions', 'Contoso official'],
  ['Pet\u001b[31m\u0000 Store\u202e\u009b\u0007', 'Pet[31m Store'],
  ['One\r\nTwo\tThree\u2028Four\u0085Five', 'One Two Three FourFive'],
  [`${'a'.repeat(29)}\ud83d\ude00 b`, 'a'.repeat(29)],
  ['\u200b\u0001', 'Connector'],
  ['', 'Connector'],
  ['!!!', 'Connector'],
];

for (const [authored, want] of TITLES) {
  test(`${JSON.stringify(authored)} is called "${want}"`, () => {
    assert.is(titleFor(authored), want);
  });
}

test.run();
