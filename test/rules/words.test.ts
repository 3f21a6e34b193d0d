import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { codeOnly } from '../../src/rules/facts/csharp.ts';
import { nearest } from '../../src/rules/did-you-mean.ts';
import { isPlaceholder } from '../../src/domain/secrets/placeholder.ts';
import { quote, quoteChoice } from '../../src/rules/quote.ts';
import { extensionMeantBy } from '../../src/rules/structure-words.ts';

const test = suite('rules/words');

for (const text of [
  '',
  ' ',
  'xxxx',
  '****',
  '<secret>',
  '[[DUMMY]]',
  '{{secret}}',
  'YOUR_CLIENT_SECRET',
  'Value-From-Your-App-Registration',
  'test',
  'TODO',
  'enter the secret here',
  '@environmentVariables("x")',
]) {
  test(`${JSON.stringify(text)} stands for a secret and is none`, () => assert.ok(isPlaceholder(text)));
}

for (const text of ['q8Z~w2vXbN1', '3f1c9a77b0e84d5c', 'hunter2', 'yourself-XJ29', 'correct horse battery']) {
  test(`${JSON.stringify(text)} may be a secret`, () => assert.not.ok(isPlaceholder(text)));
}

test('code is what is left without comments and texts, at the same offsets', () => {
  const source =
    'a /* class\nX */ b // namespace\nvar s = "class \\" Y"; var v = @"c:\\"; var q = $@"a""b"; char c = \'"\'; d';
  const code = codeOnly(source);
  assert.is(code.length, source.length);
  assert.is(code.replace(/\s+/g, ' '), 'a b var s = " ; var v = " ; var q = " ; char c = " ; d');
  for (const word of ['class', 'namespace']) assert.not.match(code, word);
});

test('code keeps its length and its lines, whatever it is', () => {
  const piece = fc.constantFrom('"', "'", '@', '$', '\\', '/', '*', '//', '/*', '*/', '\n', 'x', ' ', '{', '}');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const source = pieces.join('');
      const code = codeOnly(source);
      assert.is(code.length, source.length);
      assert.equal(lineBreaks(code), lineBreaks(source));
    }),
    { numRuns: 2000 },
  );
});

test('a value is quoted on one line and cut when it is long', () => {
  assert.is(quote('a\nb'), '"a\\nb"');
  assert.is(quote('x'.repeat(100)).length, 62);
  assert.equal(
    [quote(1), quote(null), quote({}), quote([]), quote(undefined)],
    ['1', 'null', 'an object', 'a list', 'undefined'],
  );
  assert.is(quoteChoice(['a', 'b', 'c']), '"a", "b" or "c"');
  assert.is(quoteChoice(['a']), '"a"');
});

test('the name that was meant is found, and nothing far from it', () => {
  assert.is(nearest('ListPet', ['GetPet', 'ListPets']), 'ListPets');
  assert.is(nearest('ListPets', ['ListPets']), undefined);
  assert.is(nearest('Delete', ['ListPets']), undefined);
  assert.is(nearest('x'.repeat(10_000), ['x'.repeat(10_001)]), undefined);
});

test('an extension is recognised without its small "x-"', () => {
  const cases = {
    'X-MS-Summary': 'x-ms-summary',
    x_ms_summary: 'x-ms-summary',
    'ms-summary': 'x-ms-summary',
    'X-Team': 'x-Team',
  };
  for (const [key, meant] of Object.entries(cases)) assert.is(extensionMeantBy(key), meant);
  for (const key of ['msg', 'xml', 'summary', 'x']) assert.is(extensionMeantBy(key), undefined);
});

function lineBreaks(text: string): number[] {
  return [...text.matchAll(/\n/g)].map(({ index }) => index);
}

test.run();
