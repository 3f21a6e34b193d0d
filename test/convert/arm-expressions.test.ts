import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { TemplateEvaluation } from '../../src/convert/arm-evaluate.ts';
import { parseExpression } from '../../src/convert/arm-expression-parser.ts';
import { literalText, literalValue } from '../../src/convert/arm-expressions.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';

const test = suite('convert/arm-expressions');

/** What Resource Manager makes of each text, by Microsoft's page on expressions. */
const LITERALS: readonly (readonly [text: string, written: string])[] = [
  ['[test value]', '[[test value]'],
  ['[test] value', '[test] value'],
  ['[open', '[open'],
  ['[', '['],
  ['[]', '[[]'],
  ["[parameters('clientSecret')]", "[[parameters('clientSecret')]"],
  ['[[twice]', '[[[twice]'],
  ['[[twice', '[[twice'],
  ['a [b]', 'a [b]'],
  ['[a]\n[b]', '[[a]\n[b]'],
];

for (const [text, written] of LITERALS) {
  test(`${JSON.stringify(text)} is written so that nothing is evaluated`, () => {
    assert.is(literalText(text), written);
  });
}

// Resource Manager repeats what stands below such a key, wherever it is.
for (const key of ['copy', 'Copy', 'COPY']) {
  test(`no loop is made of a key "${key}"`, () => {
    const value = { a: { [key]: [{ name: 'x', count: 3, input: {} }] } };
    const written = literalValue(value);
    assert.not.match(JSON.stringify(written), new RegExp(`"${key}":`));
    assert.equal(new TemplateEvaluation({}, () => undefined).evaluate(written, ''), value);
  });
}

test('a text "copy", and keys that hold the word, stay', () => {
  const value = { copyright: 'copy', name: { 'a.copy': 1 } };
  assert.equal(literalValue(value), value);
});

const BRACKETED = fc.oneof(
  fc.string(),
  fc.constantFrom('copy', 'Copy'),
  fc.stringMatching(/^\[{0,3}[a-z()']{0,6}\]{0,3}$/),
);
const VALUE = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    BRACKETED,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(
      BRACKETED.filter((key) => key !== '__proto__'),
      tie('value'),
    ),
  ),
})).value;

test('what is written literally comes out of a template as it was, keys too', () => {
  fc.assert(
    fc.property(VALUE, (value) => {
      const evaluation = new TemplateEvaluation({}, () => undefined);
      const written = literalValue(value as Json);
      assert.equal(evaluation.evaluate(written, ''), JSON.parse(JSON.stringify(value)));
      assert.equal(evaluation.unresolved, []);
    }),
  );
});

test('no text makes the reader of expressions throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-c('),.[\] 0-9]*$/)), (text) => void parseExpression(text)),
  );
  assert.is(parseExpression('('.repeat(10_000)), undefined);
  assert.is(parseExpression('f('.repeat(8000)), undefined);
});

const TEMPLATE: JsonObject = {
  parameters: {
    Host: { type: 'string', defaultValue: 'api.contoso.com' },
    secret: { type: 'securestring' },
    nothing: { type: 'string' },
    settings: { type: 'object', defaultValue: { colour: '#0a7d55', list: ['a', 'b'] } },
  },
  variables: {
    url: "[concat('https://', parameters('host'), '/v1')]",
    loop: "[variables('loop')]",
    one: "[concat(variables('two'), variables('two'))]",
    two: "[concat(variables('one'), 'x')]",
    literal: '[[as it is]',
    document: { "[string('copy')]": { '[[a]': 1 }, plain: '[[b]' },
    unknownKey: { '[guid(1)]': 1 },
    text: '{"a": ["[b]"]}',
    half: { a: '[resourceGroup().location]' },
  },
};

const EVALUATED: readonly (readonly [text: string, value: Json | undefined])[] = [
  ["[parameters('host')]", 'api.contoso.com'],
  ["[ variables( 'URL' ) ]", 'https://api.contoso.com/v1'],
  ["[format('{0}/{1}{{}}', variables('url'), 2)]", 'https://api.contoso.com/v1/2{}'],
  ["[parameters('settings').colour]", '#0a7d55'],
  ["[parameters('settings')['list'][1]]", 'b'],
  ["[concat('it''s ', toUpper('a'), toLower('B'))]", "it's Ab"],
  ["[variables('literal')]", '[as it is]'],
  ["[concat(createArray('a'), createArray('b'))]", ['a', 'b']],
  ["[variables('document')]", { copy: { '[a]': 1 }, plain: '[b]' }],
  ["[variables('unknownKey')]", undefined],
  ["[json(variables('text'))]", { a: ['[b]'] }],
  ["[json('{')]", undefined],
  ["[parameters('secret')]", 'SECRET'],
  ["[parameters('nothing')]", undefined],
  ["[parameters('unknown')]", undefined],
  ["[variables('loop')]", undefined],
  ["[variables('one')]", undefined],
  ["[variables('half')]", undefined],
  ["[concat('a', true())]", undefined],
  ["[format('{0:N2}', 1)]", undefined],
  ["[format('{1}', 'a')]", undefined],
  ['[resourceGroup().location]', undefined],
  ['[guid(1)]', undefined],
  ['[not an expression]', undefined],
];

for (const [text, value] of EVALUATED) {
  test(`${text} is ${value === undefined ? 'reported' : JSON.stringify(value)}`, () => {
    const evaluation = new TemplateEvaluation(TEMPLATE, (name) => (name === 'secret' ? 'SECRET' : undefined));
    assert.equal(evaluation.evaluate(text, '/here'), value);
    assert.equal(evaluation.unresolved, value === undefined ? [{ pointer: '/here', expression: text }] : []);
  });
}

test('texts that double themselves end', () => {
  const variables = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `v${index}`,
      index === 0 ? 'abcdefgh' : `[concat(variables('v${index - 1}'), variables('v${index - 1}'))]`,
    ]),
  );
  const evaluation = new TemplateEvaluation({ variables }, () => undefined);
  assert.is(evaluation.evaluate("[variables('v59')]", ''), undefined);
});

test.run();
