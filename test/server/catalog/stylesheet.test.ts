import { createHash } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ASSETS, STYLE_ASSET } from '../../../src/server/catalog/assets.ts';
import { STYLESHEET } from '../../../src/server/catalog/stylesheet.ts';

const test = suite('server/catalog/stylesheet');

/** The colours of a `:root` block, by variable. */
function colorsOf(block: string): ReadonlyMap<string, string> {
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]));
}
const [light, dark] = [...STYLESHEET.matchAll(/:root \{([^}]*)\}/g)].map((match) => colorsOf(match[1]!));

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, two: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const pairs = ['ink', 'soft', 'accent', 'warn', 'bad', 'get'].flatMap((text) =>
  ['page', 'surface', 'sunken'].map((back) => [text, back]),
);
const tints = [
  ['accent', 'accent-tint'],
  ['accent-ink', 'accent'],
  ['warn', 'warn-tint'],
  ['bad', 'bad-tint'],
  ['get', 'get-tint'],
  ['soft', 'accent-tint'],
];
for (const [scheme, colors] of [
  ['light', light],
  ['dark', dark],
] as const) {
  test(`text keeps a contrast of 4.5 in ${scheme}`, () => {
    for (const [text = '', back = ''] of [...pairs, ...tints]) {
      const found = contrast(colors!.get(text)!, colors!.get(back)!);
      assert.ok(found >= 4.5, `${text} on ${back}: ${found.toFixed(2)}`);
    }
  });
}

test('dark has every colour that light has', () => {
  assert.equal([...dark!.keys()].sort(), [...light!.keys()].sort());
});

test('the style sheet loads nothing', () => {
  assert.not.match(STYLESHEET, /url\(|@import|@font-face|expression/);
});

test('an asset is named by its content', () => {
  for (const { path, body } of ASSETS) {
    assert.match(path, new RegExp(`-${createHash('sha256').update(body).digest('hex').slice(0, 12)}\\.(css|svg)$`));
  }
  assert.match(STYLE_ASSET.path, /^\/assets\/catalog-[0-9a-f]{12}\.css$/);
});

test.run();
