import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { externalUrl, fragmentUrl, pathUrl } from '../../../src/server/catalog/url.ts';

const test = suite('server/catalog/url');

const external: readonly (readonly [string, string | undefined])[] = [
  ['https://example.com/a?b=c', 'https://example.com/a?b=c'],
  ['HTTP://EXAMPLE.com', 'http://example.com/'],
  ['https://exämple.com/"><script>', 'https://xn--exmple-cua.com/%22%3E%3Cscript%3E'],
  ['javascript:alert(1)', undefined],
  [' java\nscript:alert(1)', undefined],
  ['data:text/html,<script>alert(1)</script>', undefined],
  ['vbscript:x', undefined],
  ['file:///etc/passwd', undefined],
  ['blob:https://example.com/x', undefined],
  ['//example.com', undefined],
  ['/path', undefined],
  ['', undefined],
  ['https://login.microsoftonline.com@evil.example/', undefined],
  [`https://example.com/${'a'.repeat(3000)}`, undefined],
];
for (const [text, want] of external) {
  test(`a link to ${JSON.stringify(text.slice(0, 60))} is ${want === undefined ? 'refused' : 'kept'}`, () =>
    assert.is(externalUrl(text)?.toString(), want));
}

test('a path is built segment by segment', () => {
  assert.is(pathUrl(['connectors', 'a/b', '?x#y', '"<é']).toString(), '/connectors/a%2Fb/%3Fx%23y/%22%3C%C3%A9');
  assert.is(pathUrl([''], { q: 'a&b=c', page: '' }).toString(), '/?q=a%26b%3Dc');
  assert.is(pathUrl([''], { q: '\uD800' }).toString(), '/?q=%EF%BF%BD');
  assert.is(fragmentUrl('a b').toString(), '#a%20b');
});

test('a segment that a browser would resolve away is refused', () => {
  assert.throws(() => pathUrl(['connectors', '..', 'x']), /No path/);
  assert.throws(() => pathUrl(['.']), /No path/);
});

test.run();
