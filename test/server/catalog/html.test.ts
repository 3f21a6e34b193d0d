import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { html } from '../../../src/server/catalog/html.ts';
import { externalUrl, pathUrl } from '../../../src/server/catalog/url.ts';

const test = suite('server/catalog/html');

test('every string is escaped', () => {
  const text = `<script>alert("1")</script>'&amp;`;
  assert.is(
    html`<p title="${text}">${text}</p>`.toString(),
    '<p title="&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;&#39;&#38;amp;">&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;&#39;&#38;amp;</p>',
  );
});

test('markup stays markup, lists are joined, nothing writes nothing', () => {
  const parts = ['a', '<'].map((text) => html`<b>${text}</b>`);
  assert.is(html`<i>${parts}${undefined}${false}${0}</i>`.toString(), '<i><b>a</b><b>&#60;</b>0</i>');
});

test('a text keeps its lines and its indentation', () => {
  assert.is(html`<b>${'a\n   b'}</b>`.toString(), '<b>a\n   b</b>');
});

test('something that only looks like markup is refused or escaped', () => {
  const fake = { toString: () => '<b>' } as unknown as string;
  assert.throws(() => html`${fake}`);
  assert.throws(() => html`${null as unknown as string}`);
});

test('an address takes a Url and nothing else', () => {
  assert.is(html`<a href="${pathUrl(['a"b'])}">x</a>`.toString(), '<a href="/a%22b">x</a>');
  assert.is(
    html`<a href="${externalUrl('https://e.example/?a=1&b=2')}">x</a>`.toString(),
    '<a href="https://e.example/?a=1&#38;b=2">x</a>',
  );
  assert.throws(() => html`<a href="${'javascript:alert(1)'}">x</a>`, /A Url is needed/);
  assert.throws(() => html`<img src="${'/x'}" />`, /A Url is needed/);
  assert.throws(() => html`<form action="${undefined}"></form>`, /A Url is needed/);
});

test('an attribute without quotes is refused', () => {
  assert.throws(() => html`<p title=${'a onclick=b'}></p>`, /needs quotes/);
});

test('no string opens or closes an element or an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const inside = html`${text}`.toString();
      assert.not.match(inside, /[<>"']/);
      assert.not.match(inside, /&(?!#\d+;)/);
    }),
  );
});

test.run();
