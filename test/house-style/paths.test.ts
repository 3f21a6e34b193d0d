import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createEngine } from '../../src/house-style/engine.ts';
import { refusalOfPath } from '../../src/house-style/check-path.ts';

const test = suite('house-style/paths');
const refusal = (path: string): string | undefined => refusalOfPath(path, { conditions: true });

const TAKEN = [
  '$',
  '$..',
  '$..^',
  '$.info',
  '$.info.x-logo',
  "$.paths['/pets/{id}'].get",
  '$.paths["/pets"][get,put]',
  '$.paths[*][*]',
  '$.paths[*]~',
  '$.paths.*.*.tags^',
  '$..[description,title]',
  '$..parameters[0:2]',
  '$..enum[-1:]',
  '$..properties..type',
  '#Operation.parameters[*].name',
  "$.paths.*[?( @property === 'get' )]",
  "$..[?(@property === '$ref')]",
  '$..parameters[?(@ && @.in === "body" || !@.name)]',
  '$.paths[?(!@property.match(/^\\/v\\d+[^/]*$/i))]',
  '$..[?(@ && @.enum && (@.type == "string" || @.x > 3.5))]',
  "$..[?(@['x-ms-summary'].length >= 80)]",
  '$..[?(/^x-/.test(@property) && @parent.type != null)]',
  "$..[?(@.description.includes('TODO'))]",
  '$..[?(@string() && @ !== undefined)]',
  '$.paths[*].@object()',
];
for (const path of TAKEN) test(`${path} is taken`, () => assert.is(refusal(path), undefined));

const REFUSED = [
  '',
  'info',
  '$info',
  '$.info[',
  '$.info)',
  '$.paths[(@.length - 1)]',
  "$.paths[?(@.constructor.constructor('x')())]",
  "$.paths[?(@['constructor'])]",
  '$.paths[?(@["__proto__"])]',
  '$.paths[?(@[@.key])]',
  '$.paths[?(@.x = 1)]',
  '$.paths[?(@.x++)]',
  '$.paths[?(@.x, @.y)]',
  '$.paths[?(@.valueOf())]',
  '$.paths[?(@.x.replace(/a/, @.b))]',
  '$.paths[?(@@custom())]',
  '$.paths[?(process)]',
  '$.paths[?(fetch("x"))]',
  '$.paths[?(new Date())]',
  '$.paths[?(`${1}`)]',
  '$.paths[?(@.x ? 1 : 2)]',
  '$.paths[?(() => 1)]',
  '$.paths[?([1].length)]',
  '$.paths[?("a\\u0062")]',
  `$.paths[?(${'('.repeat(30)}@${')'.repeat(30)})]`,
  `$.${'a.'.repeat(2000)}a`,
  // Scripts inside of quotes, for an engine that looks for brackets first.
  "$..a.b..['?(@.x())']",
  "$..a.b..[?(@.a == ')][?(@.constructor.x()]')]",
  '$..[?(@.a.match(/[(]x/))]',
  '$.a`[?(@.b)]',
];
for (const path of REFUSED) test(`${path.slice(0, 60)} is refused`, () => assert.type(refusal(path), 'string'));

test('a field has no condition, because another engine reads it', () => {
  assert.is(refusalOfPath('$.paths[*].get', { conditions: false }), undefined);
  assert.is(refusalOfPath('$.paths[?(@.get)]', { conditions: false }), 'a condition');
});

test('without this grammar the engine would run the code of a path', async () => {
  const path = "$.paths[?(@.constructor.constructor('globalThis.ranCodeOfRuleset = true')())]";
  const definition = JSON.parse(
    `{"rules": {"hostile": {"given": ${JSON.stringify(path)}, "then": {"function": "truthy"}}}}`,
  );
  const ask = createEngine();
  await ask({ kind: 'prepare', key: 'a', ruleset: [{ file: 'a', definition, extended: [] }] });
  await ask({ kind: 'judge', key: 'a', document: { paths: { a: {} } }, source: '/a' });
  const ran = Reflect.get(globalThis, 'ranCodeOfRuleset');
  Reflect.deleteProperty(globalThis, 'ranCodeOfRuleset');
  assert.is(ran, true);
  assert.match(refusal(path) ?? '', 'constructor');
});

// Whatever is made of these, what is taken does no more than look.
const PIECES = [
  '$',
  '.',
  '..',
  '[',
  ']',
  '?(',
  '(',
  ')',
  '@',
  '@property',
  '.a',
  "['a']",
  "'",
  '"',
  '/',
  'match',
  'constructor',
  '()',
  '==',
  '=',
  '&&',
  '!',
  ',',
  'process',
  '`',
  '~',
  '^',
  '*',
  ' ',
  '\\',
  '[?(@.a)]',
  '.match(/x/)',
  '.constructor',
  '.match(',
  '.at(1)',
  '1',
  'x',
];
const CALL = /([A-Za-z_$][\w$]*)\s*\(/g;
const LOOKING = new Set([
  'match',
  'test',
  'includes',
  'startsWith',
  'endsWith',
  'indexOf',
  'string',
  'number',
  'boolean',
  'integer',
  'scalar',
  'array',
  'object',
  'null',
]);

test('no path that is taken calls anything, assigns, or reaches a constructor', () => {
  const text = (maxLength: number) =>
    fc.array(fc.constantFrom(...PIECES), { maxLength }).map((pieces) => pieces.join(''));
  const withCondition = fc.tuple(text(2), text(6), text(2)).map((parts) => `$${parts[0]}[?(@${parts[1]})]${parts[2]}`);
  const paths = fc.oneof(
    text(14).map((pieces) => `$${pieces}`),
    withCondition,
  );
  fc.assert(
    fc.property(paths, (path) => {
      if (refusal(path) !== undefined) return;
      const code = path.replace(/'[^']*'|"[^"]*"|\/(?:[^/\\[]|\\.|\[[^\]]*\])+\/[imsu]*/g, '0');
      // Outside of conditions names are keys that are looked up, whatever they are: "$.process" is one.
      for (const condition of code.split('[?(').slice(1)) assertLooksOnly(condition.split(')]')[0] ?? '', path);
    }),
    { numRuns: 5000 },
  );
});

/** What is called only looks, nothing is assigned, and every name is a member of the document's values. */
function assertLooksOnly(condition: string, path: string): void {
  for (const [, name = ''] of condition.matchAll(CALL)) assert.ok(LOOKING.has(name), path);
  assert.not.match(condition, /(?<![\w$])constructor(?![\w$])|[^=!<>]=[^=]|`|=>|(?<![.@\w$])[A-Za-z_$]/, path);
}

test.run();
