import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { derive } from '../../../src/app/import/derive.ts';
import { drawIcon } from '../../../src/app/import/draw-icon.ts';
import { withIcon } from '../../../src/app/import/read-icon.ts';
import type { Draft } from '../../../src/app/import/draft.ts';
import type { JsonObject } from '../../../src/domain/json.ts';

const test = suite('app/import/derive');

const draft = (info: JsonObject, native: JsonObject = {}): Draft => {
  const value = {
    swagger: '2.0',
    info: { title: 'Contoso Weather API', version: '1', ...info },
    host: 'api.contoso.com',
    paths: {},
  };
  const none = { icon: undefined, readme: undefined, script: undefined, losses: [], notes: [] };
  return { document: { file: 'openapi.json', text: '', value }, native, ...none };
};

const PUBLISHERS: readonly (readonly [name: string | undefined, want: string, isUnsure: boolean])[] = [
  ['Contoso', 'Contoso', false],
  [undefined, 'Contoso Weather', true],
  ['Support', 'Contoso Weather', true],
  ['API Support', 'Contoso Weather', true],
  ['Contact us', 'Contoso Weather', true],
  ['Support Heroes Ltd', 'Support Heroes Ltd', false],
  ['', 'Contoso Weather', true],
];

for (const [name, want, isUnsure] of PUBLISHERS) {
  test(`a contact called "${name ?? ''}" makes the publisher "${want}"`, () => {
    const { proposed, unsure } = derive(draft(name === undefined ? {} : { contact: { name } }));
    assert.is(proposed.publisher, want);
    assert.is(unsure.includes('publisher'), isUnsure);
  });
}

test('no character that nobody sees gets into what is derived', () => {
  const dirty = 'Words\u001b[2J and\u202e more\u0000 words that say what the service\u009b is for.\ud800';
  const { proposed } = derive(draft({ title: dirty, description: dirty, contact: { name: dirty } }));
  for (const text of [proposed.title, proposed.description, proposed.publisher]) {
    assert.match(text, /^Words/);
    assert.not.match(text, /[\p{Cc}\p{Cf}\p{Cs}]/u);
  }
});

test('the brand colour is the author’s, or that of the picture, or one of the host’s own', () => {
  const host = derive(draft({})).proposed.brandColor;
  assert.match(host, /^#[0-9a-f]{6}$/);
  assert.is(derive(draft({}, { iconBrandColor: '#010203' })).proposed.brandColor, '#010203');
  const icon = drawIcon('Q', '#1166aa');
  assert.is(derive(withIcon(draft({}, { iconBrandColor: '#010203' }), icon)).proposed.brandColor, '#1166aa');
  assert.is(derive(draft({ title: 'Another' })).proposed.brandColor, host);
});

const DESCRIPTIONS: readonly (readonly [authored: string, want: RegExp])[] = [
  [
    'Everything about the **weather** of [Contoso](https://a.example), hour by hour.',
    /^Everything about the weather of Contoso, hour by hour\.$/,
  ],
  ['# Weather\n\nToo short\n\nThe second paragraph says what the service is for.', /^The second paragraph/],
  ['Short', /^Calls the operations of Contoso Weather/],
  ['word '.repeat(300), /^(?:word )+\.\.\.$/],
];

for (const [authored, want] of DESCRIPTIONS) {
  test(`"${authored.slice(0, 20)}" is told as ${want.source.slice(0, 30)}`, () => {
    const { description } = derive(draft({ description: authored })).proposed;
    assert.match(description, want);
    assert.ok(description.length >= 30 && description.length <= 500);
  });
}

test.run();
