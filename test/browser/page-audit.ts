import type { Page } from 'playwright-core';

/** What anybody would complain of who cannot see the page, or sees it on a phone. Runs in the page; gives one line per complaint. */
export async function auditPage(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(AUDIT);
}

// In the page, so plain JavaScript: the project's types know no DOM.
const AUDIT = `(() => {
  const found = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const nameOf = (element) => (element.getAttribute('aria-label') ?? element.innerText ?? element.textContent ?? '').trim();
  const say = (what, element) => found.push(what + ': ' + (element ? element.outerHTML.slice(0, 120) : ''));
  if (document.documentElement.lang === '') say('no language');
  if (document.title === '') say('no title');
  for (const landmark of ['header', 'main', 'footer']) if (all('body > ' + landmark).length !== 1) say('not one ' + landmark);
  if (all('h1').length !== 1) say('not one h1');
  let level = 0;
  for (const heading of all('h1, h2, h3, h4')) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) say('heading level skipped', heading);
    if ((heading.textContent ?? '').trim() === '') say('empty heading', heading);
    level = next;
  }
  for (const image of all('img')) {
    if (!image.hasAttribute('alt')) say('image without alt', image);
    if (image.complete && image.naturalWidth === 0) say('broken image', image);
  }
  for (const link of all('a[href]')) if (nameOf(link) === '') say('link without a name', link);
  for (const button of all('button')) if (nameOf(button) === '') say('button without a name', button);
  for (const summary of all('summary')) if ((summary.textContent ?? '').trim() === '') say('summary without a name', summary);
  for (const field of all('input:not([type=hidden]), select, textarea')) if (field.labels.length === 0) say('field without a label', field);
  for (const region of all('nav')) if (!region.hasAttribute('aria-label')) say('navigation without a name', region);
  const ids = all('[id]').map((element) => element.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) say('id twice ' + id);
  for (const element of all('[aria-labelledby]')) if (!document.getElementById(element.getAttribute('aria-labelledby'))) say('label is nowhere', element);
  for (const list of all('ul, ol')) if ([...list.children].some((child) => child.tagName !== 'LI')) say('list with other children', list);
  for (const list of all('dl')) if ([...list.children].some((child) => !['DT', 'DD'].includes(child.tagName))) say('dl with other children', list);
  if (all('[style], script, [onclick], [onerror], [onload]').length > 0) say('script or style in the page');
  return found;
})()`;
