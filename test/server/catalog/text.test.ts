import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { cutText, exactText, plainText } from '../../../src/server/catalog/text.ts';

const test = suite('server/catalog/text');

const plain: readonly (readonly [string, string, string])[] = [
  ['a right-to-left override is dropped', 'invoice\u202Egnp.exe', 'invoicegnp.exe'],
  ['isolates and marks are dropped', '\u2066a\u2069\u200E\u061Cb', 'ab'],
  ['zero-width characters are dropped', 'pay\u200Bpal\uFEFF\u2060', 'paypal'],
  ['a Latin word keeps no joiner', 'pay\u200Dpal\u200C', 'paypal'],
  ['Persian keeps the joiner it is written with', 'می\u200Cخواهم', 'می\u200Cخواهم'],
  ['a family stays one picture', '👩\u200D👩\u200D👧', '👩\u200D👩\u200D👧'],
  ['a heart stays red', '❤\uFE0F', '❤\uFE0F'],
  ['terminal escapes lose their teeth', 'a\u001B[31mb\u0000\u009B', 'a[31mb'],
  ['lines and tabs stay', 'a\r\nb\rc\u2028d\te', 'a\nb\nc\nd\te'],
  ['hidden tags are dropped', 'a\u{E0061}\u{E007F}', 'a'],
  ['a tower of marks is cut', `o${'\u0300'.repeat(40)}`, `o${'\u0300'.repeat(4)}`],
  ['half a character becomes a whole one', 'a\uD800', 'a\uFFFD'],
  ['Arabic and accents stay as they are', 'الطقس Žluťoučký', 'الطقس Žluťoučký'],
];
for (const [name, text, want] of plain) test(name, () => assert.is(plainText(text), want));

test('a name shows what cannot be seen', () => {
  assert.is(exactText('a\u202Eb\u200B\nc\uFFF9'), 'a\\u{202E}b\\u{200B}\\u{000A}c\\u{FFF9}');
  assert.is(exactText('/pets/{id}'), '/pets/{id}');
});

test('no text keeps a bidirectional or control character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.not.match(plainText(text), /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/);
      assert.not.match(exactText(text), /[\p{Cc}\p{DI}]/u);
      assert.ok(plainText(text).isWellFormed() && exactText(text).isWellFormed());
    }),
  );
});

test('what was cleaned once stays the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => assert.is(exactText(exactText(text)), exactText(text))),
  );
});

test('a cut never leaves half a character', () => {
  assert.equal(cutText('ab😀', 3), { text: 'ab', cut: true });
  assert.equal(cutText('ab😀', 4), { text: 'ab😀', cut: false });
});

test.run();
