import type { Browser } from 'playwright-core';
import type { CatalogServer } from './catalog-server.ts';

const VIEW = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.2, colorScheme: 'light' } as const;

/** The two pictures of the README: `SCREENSHOTS=1 npm test -- browser` writes them. */
export async function takeScreenshots(browser: Browser, { origin, pathOf }: CatalogServer): Promise<void> {
  const context = await browser.newContext(VIEW);
  const page = await context.newPage();
  for (const [path, name] of [
    ['/', 'catalog'],
    [pathOf('github-issues'), 'connector'],
  ]) {
    await page.goto(`${origin}${path}`);
    await page.screenshot({ path: `docs/images/${name}.png` });
  }
  await context.close();
}
