import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseConnectorId } from '../../src/domain/connector-id.ts';
import { PAGE_HEADERS } from '../../src/server/catalog/page-headers.ts';
import { HOSTILE_TEXTS } from '../server/catalog/hostile-texts.ts';
import { everywhere } from '../server/catalog/sample.ts';
import { repositoryContents, serveCatalog, type CatalogServer } from './catalog-server.ts';
import { findChromium, startChromium } from './chromium.ts';
import { takeScreenshots } from './screenshots.ts';
import { auditPage } from './page-audit.ts';

const test = suite('browser/catalog');

const executable = findChromium();
if (executable === undefined) {
  console.log('SKIPPED browser tests: no chromium on PATH');
  test('browser tests skipped: no chromium', () => assert.is(findChromium(), undefined));
} else {
  addTests(executable);
}

const BAD = '<title>bad</title><img src="/x.png"><input><script>document.title = "owned"</script>';
type Look = (page: Page, url: string) => Promise<void>;

const PHONE = { viewport: { width: 360, height: 740 } };
const OPEN_ALL = 'for (const details of document.querySelectorAll("details")) details.open = true';

function addTests(executablePath: string): void {
  const contents = repositoryContents();
  const names = [...contents.keys()];
  const hostileNames = Object.keys(HOSTILE_TEXTS).map((_, index) => parseConnectorId(`hostile-${index}`)!);
  let browser: Browser;
  let server: CatalogServer;
  let hostile: CatalogServer;

  test.before(async () => {
    browser = await startChromium(executablePath);
    server = await serveCatalog(contents);
    hostile = await serveCatalog(
      new Map(Object.values(HOSTILE_TEXTS).map((text, index) => [hostileNames[index]!, everywhere(text)])),
    );
  });
  test.after(async () => {
    await browser.close();
    await Promise.all([server.close(), hostile.close()]);
  });

  /** Opens pages in one window, gives each to `look`, and fails on whatever the browser complained of. */
  async function visit(urls: readonly string[], options: BrowserContextOptions, look: Look): Promise<void> {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      const complaints = await listen(page);
      for (const url of urls) {
        await page.goto(url);
        await look(page, url);
        assert.equal(await complaints(), [], url);
      }
    } finally {
      await context.close();
    }
  }

  const pagesOf = ({ origin, pathOf }: CatalogServer, ids: readonly string[]): string[] => [
    `${origin}/`,
    ...ids.map((id) => origin + pathOf(id)),
  ];

  test('the repository has connectors to show', () => {
    assert.ok(names.length > 0);
  });

  test('each page is clean for a screen reader and for the browser', async () => {
    const urls = [...pagesOf(server, names), `${server.origin}/?q=nowhere`, `${server.origin}/?product=power-apps`];
    await visit(urls, {}, async (page, url) => assert.equal(await auditPage(page), [], url));
  });

  test('no page is wider than a phone of 360 pixels, with everything open', async () => {
    await visit(pagesOf(server, names), PHONE, async (page, url) => {
      await page.evaluate(OPEN_ALL);
      assert.is(await page.evaluate('document.documentElement.scrollWidth'), 360, url);
    });
  });

  test('hostile texts run nothing, change no title and widen no page', async () => {
    await visit(pagesOf(hostile, hostileNames), PHONE, async (page, url) => {
      await page.evaluate(OPEN_ALL);
      await page.mouse.move(150, 300);
      assert.is.not(await page.title(), 'owned', url);
      assert.equal(await auditPage(page), [], url);
      assert.is(await page.evaluate('document.documentElement.scrollWidth'), 360, url);
    });
  });

  test('dark is dark, and light is light', async () => {
    for (const [colorScheme, want] of [
      ['light', true],
      ['dark', false],
    ] as const) {
      await visit([server.origin], { colorScheme }, async (page) => {
        const color = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
        const [red = 0] = (color.match(/\d+/g) ?? []).map(Number);
        assert.is(red > 127, want, color);
      });
    }
  });

  test('searching and filtering work without JavaScript', async () => {
    await visit([server.origin], { javaScriptEnabled: false }, async (page) => {
      const [name = ''] = names;
      await page.getByRole('searchbox').fill(name.replaceAll('-', ' ').split(' ')[0]!);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\?q=/);
      assert.ok((await page.locator('.card').count()) > 0);
      await page.getByRole('link', { name: /^Power Automate/ }).click();
      await page.waitForURL(/q=.*&product=power-automate/);
      await page.locator('.card a').first().click();
      await page.waitForURL(/\/connectors\//);
    });
  });

  test('an operation opens from the keyboard, and focus can be seen', async () => {
    await visit([server.origin + server.pathOf(names[0]!)], {}, async (page) => {
      await page.keyboard.press('Tab');
      assert.is(await page.evaluate('document.activeElement.className'), 'skip');
      assert.ok((await page.locator('.skip').boundingBox())!.y >= 0);
      await page.locator('.operation > summary').first().focus();
      await page.keyboard.press('Enter');
      assert.ok(
        await page
          .locator('.operation')
          .first()
          .evaluate((details) => (details as unknown as { open: boolean }).open),
      );
      const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
      assert.is(outline, 'solid');
    });
  });

  if (process.env['SCREENSHOTS'] === '1') {
    test('the pictures of the README are taken again', () => takeScreenshots(browser, server));
  }

  test('what these tests look for would be found', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints = await listen(page);
    await page.route('**/bad', (route) =>
      route.fulfill({ contentType: 'text/html', headers: PAGE_HEADERS, body: BAD }),
    );
    await page.goto(`${server.origin}/bad`);
    assert.is(await page.title(), 'bad');
    assert.match((await auditPage(page)).join('\n'), /no language[^]*image without alt[^]*field without a label/);
    assert.match((await complaints()).join('\n'), /script-src/);
    await context.close();
  });

  test('a page that is not there says so, and leads back', async () => {
    const page = await browser.newPage();
    const answer = await page.goto(server.origin + server.pathOf('never-was'));
    assert.is(answer?.status(), 404);
    assert.equal(await auditPage(page), []);
    await page.getByRole('link', { name: 'Go to the catalog' }).click();
    assert.is(new URL(page.url()).pathname, '/');
    await page.close();
  });
}

/** Collects what the browser complains of: the console, errors, dialogs, and violations of the Content-Security-Policy. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  const heard: string[] = [];
  page.on('console', (message) => heard.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // The sign in the tab is loaded after the page: the next page interrupts it.
    if (why !== 'net::ERR_ABORTED') heard.push(`failed: ${request.url()} ${why}`);
  });
  page.on('dialog', (dialog) => {
    heard.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(
    'globalThis.violations = []; addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective + " " + event.blockedURI))',
  );
  return async () => [...heard, ...(await page.evaluate<string[]>('globalThis.violations ?? []'))];
}

test.run();
