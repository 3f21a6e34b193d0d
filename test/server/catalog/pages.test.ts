import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { JsonObject } from '../../../src/domain/json.ts';
import type { RevisionContent } from '../../../src/domain/revision.ts';
import type { Caller } from '../../../src/domain/visibility.ts';
import { renderCatalogPage } from '../../../src/server/catalog/catalog-page.ts';
import { parseCatalogQuery } from '../../../src/server/catalog/catalog-query.ts';
import { catalogPage } from '../../../src/server/catalog/catalog-view.ts';
import { renderConnectorPage } from '../../../src/server/catalog/connector-page.ts';
import { notFoundPage, renderErrorPage } from '../../../src/server/catalog/error-page.ts';
import { CONTENT_SECURITY_POLICY } from '../../../src/server/catalog/page-headers.ts';
import { assertGolden } from '../../golden.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { CALLER, cardOf, contentOf, everywhere, pageOf, RELEASE } from './sample.ts';

const test = suite('server/catalog/pages');

function catalogOf(content: RevisionContent, query: unknown = {}): string {
  const cards = [cardOf('weather', content)];
  return renderCatalogPage(
    catalogPage({ caller: CALLER, releases: [RELEASE], cards, query: parseCatalogQuery(query) }),
  );
}

/** The elements and attributes of a page, with what the attributes hold left out. */
const skeletonOf = (page: string): string => (page.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g) ?? []).join('\n');
/** A page without the hashes of its assets: a change of the style sheet is not a change of the page. */
const withoutHashes = (page: string): string => page.replace(/(\/assets\/\w+)-[0-9a-f]{12}/g, '$1-HASH');
const addressesOf = (page: string): string[] =>
  [...page.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map((match) => match[1]!);

for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
  test(`${name} changes nothing but the text`, () => {
    const pages = [
      renderConnectorPage(pageOf(everywhere(text))),
      catalogOf(everywhere(text)),
      catalogOf(contentOf(), { q: text, category: text }),
    ];
    for (const page of pages) {
      assert.not.match(page, /<script|<img src="?x|<svg|<style|(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/iu);
      assert.not.match(skeletonOf(page), /\s(on\w+|style|autofocus)=/i);
      for (const address of addressesOf(page)) assert.match(address, /^(\/(?!\/)|#|https?:\/\/)/);
      assert.ok(page.isWellFormed());
    }
  });
}

test('no text changes the elements of a page', () => {
  const usual = skeletonOf(catalogOf(everywhere('x usual')));
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const content = everywhere('x usual');
      const { info } = content.openapi;
      const hostile = {
        ...content,
        openapi: { ...content.openapi, info: { ...(info as JsonObject), title: `x${text}`, description: `y${text}` } },
      };
      assert.is(skeletonOf(catalogOf(hostile)), usual);
    }),
  );
});

test('a megabyte of title makes no megabyte of page', () => {
  const content = everywhere('<b>\u202E'.repeat(200_000));
  assert.ok(catalogOf(content).length < 30_000);
  assert.ok(renderConnectorPage(pageOf(content)).length < 900_000);
});

test('a page has no script, no inline style, and names the language, the title and the main part', () => {
  for (const page of [
    renderConnectorPage(pageOf(everywhere('x'))),
    catalogOf(everywhere('x')),
    renderErrorPage(notFoundPage({ kind: 'anonymous' })),
  ]) {
    assert.match(page, /^<!doctype html>\n<html lang="en">/);
    assert.match(page, /<title>[^<]+<\/title>/);
    assert.is(page.match(/<h1[\s>]/g)?.length, 1);
    assert.is(page.match(/<main\s/g)?.length, 1);
    assert.not.match(skeletonOf(page), /<(script|style|iframe|object|embed|base)|\s(style|on\w+)=/i);
  }
});

test('every id is there once, and every link on the page leads to one', () => {
  for (const page of [renderConnectorPage(pageOf(everywhere('same'))), catalogOf(everywhere('x'))]) {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]!);
    assert.is(new Set(ids).size, ids.length);
    const wanted = [...page.matchAll(/\s(?:href="#|aria-labelledby="|for=")([^"]*)"/g)].map((match) => match[1]!);
    for (const id of wanted) assert.ok(ids.includes(id), id);
  }
});

test('the address of a website that is none is text', () => {
  const withLink = (url: string): string =>
    renderConnectorPage(
      pageOf(contentOf({ 'x-ms-connector-metadata': [{ propertyName: 'Website', propertyValue: url }] })),
    );
  assert.match(withLink('https://contoso.example/x'), /href="https:\/\/contoso.example\/x"/);
  assert.match(withLink('javascript:alert(1)'), /Website: <code>javascript:alert\(1\)<\/code>/);
});

test('the page of an error repeats nothing but what it was given', () => {
  const first = renderErrorPage(notFoundPage({ kind: 'anonymous' }));
  assert.is(first, renderErrorPage(notFoundPage({ kind: 'anonymous' })));
  assert.match(first, /404/);
});

const empty = (
  caller: Parameters<typeof catalogPage>[0]['caller'],
  releases: Parameters<typeof catalogPage>[0]['releases'],
): string => renderCatalogPage(catalogPage({ caller, releases, cards: [], query: parseCatalogQuery({}) }));
test('an empty catalog says why, and what to do', () => {
  assert.match(empty({ kind: 'anonymous' }, []), /Sign in to see connectors/);
  assert.match(
    empty({ ...CALLER, role: 'operator' } as Caller, [{ ...RELEASE, digest: undefined }]),
    /npx connectors sync/,
  );
  assert.match(empty(CALLER, [RELEASE]), /Ask the operator/);
  assert.match(empty(CALLER, []), /Ask the operator/);
  assert.match(catalogOf(contentOf(), { q: 'nowhere' }), /No connector matches/);
});

test('the search keeps the filters, and the filters keep the search', () => {
  const page = catalogOf(contentOf(), { q: 'weather', product: 'power-apps' });
  assert.match(page, /<input type="hidden" name="product" value="power-apps"/);
  assert.match(page, /href="\/\?q=weather&#38;product=logic-apps"/);
});

test('the policy allows no script, nothing from elsewhere, and no frame', () => {
  assert.is(
    CONTENT_SECURITY_POLICY,
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
});

test('the pages of a small connector look as they did', () => {
  const content = everywhere('Text');
  assertGolden('test/fixtures/catalog/catalog.html', withoutHashes(catalogOf(content, { q: 'text' })));
  assertGolden('test/fixtures/catalog/connector.html', withoutHashes(renderConnectorPage(pageOf(content))));
  assertGolden(
    'test/fixtures/catalog/not-found.html',
    withoutHashes(renderErrorPage(notFoundPage({ kind: 'anonymous' }))),
  );
});

test.run();
