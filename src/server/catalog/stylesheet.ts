/** The one style sheet. Colours are variables, so that dark is a second set of them and nothing else. Text and its background keep 4.5 : 1. */
export const STYLESHEET = `
:root {
  color-scheme: light dark;
  --page: #fcfcfa;
  --surface: #ffffff;
  --sunken: #f4f4f0;
  --ink: #1b1c19;
  --soft: #595b54;
  --line: #e3e3dc;
  --line-strong: #c9cac1;
  --accent: #0c6b5c;
  --accent-ink: #ffffff;
  --accent-tint: #e6f2ee;
  --warn: #855000;
  --warn-tint: #fbf0dc;
  --bad: #a3312a;
  --bad-tint: #fbeae8;
  --get: #1d5c9e;
  --get-tint: #e8f0f9;
  --shadow: 0 1px 2px rgb(27 28 25 / 5%), 0 4px 16px rgb(27 28 25 / 4%);
  --lift: 0 2px 4px rgb(27 28 25 / 6%), 0 12px 28px rgb(27 28 25 / 9%);
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #141513;
    --surface: #1b1d1a;
    --sunken: #232522;
    --ink: #ecece6;
    --soft: #a7a99f;
    --line: #2e312c;
    --line-strong: #474b44;
    --accent: #74cdb8;
    --accent-ink: #0d211c;
    --accent-tint: #1c332d;
    --warn: #e6b15c;
    --warn-tint: #34291a;
    --bad: #f0958c;
    --bad-tint: #391f1d;
    --get: #8dbcf0;
    --get-tint: #1c2a3a;
    --shadow: none;
    --lift: 0 12px 28px rgb(0 0 0 / 35%);
  }
}

*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body {
  display: flex;
  flex-direction: column;
  min-height: 100vh;
  margin: 0;
  background: var(--page);
  color: var(--ink);
  font: 1rem/1.6 var(--sans);
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, p, ul, ol, dl, dd, pre { margin: 0; }
ul, ol { padding: 0; list-style: none; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2vw, 2.5rem); font-weight: 700; letter-spacing: -0.025em; }
h2 { font-size: 1.25rem; font-weight: 650; letter-spacing: -0.015em; }
h3 { font-size: 1rem; font-weight: 620; }
h4 { margin: 1.5rem 0 0.25rem; font-size: 0.8125rem; font-weight: 620; color: var(--soft); }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.2em; text-decoration-color: color-mix(in srgb, currentcolor 40%, transparent); }
a:hover { text-decoration-color: currentcolor; }
code, pre { font-family: var(--mono); font-size: 0.875em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 6px; }
main.wrap { flex: 1; padding-bottom: 5rem; }
main:focus { outline: none; }
img { max-width: 100%; }

.wrap { width: 100%; max-width: 76rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; z-index: 2; padding: 0.5rem 1rem; border-radius: 8px; background: var(--accent); color: var(--accent-ink); }
.skip:focus { top: 0.75rem; }
.lead { max-width: 44rem; color: var(--soft); font-size: 1.0625rem; text-wrap: pretty; }
.by, .note, .small, .more, .meta { color: var(--soft); }
.small, .more, .note { font-size: 0.875rem; }
.what { max-width: 44rem; white-space: pre-line; }
.what, .lead { unicode-bidi: plaintext; }

.bar { border-bottom: 1px solid var(--line); background: var(--surface); }
.bar .wrap { display: flex; align-items: center; justify-content: space-between; gap: 1rem; min-height: 3.75rem; }
.brand { display: flex; flex: none; align-items: center; gap: 0.625rem; color: var(--ink); font-weight: 650; letter-spacing: -0.01em; text-decoration: none; }
.brand img { display: block; }
.viewer { display: flex; align-items: center; gap: 0.375rem; min-width: 0; font-size: 0.875rem; color: var(--soft); }
.viewer-name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--ink); }
.role { flex: none; padding: 0 0.5rem; border: 1px solid var(--line); border-radius: 99px; font-size: 0.75rem; }
.dot { flex: none; display: inline-block; width: 0.5rem; height: 0.5rem; margin-right: 0.375rem; border-radius: 50%; background: var(--accent); }
.dot.off { background: none; box-shadow: inset 0 0 0 1.5px var(--line-strong); }

.intro { padding: clamp(2rem, 6vw, 4rem) 0 1.5rem; }
.intro .lead { margin-top: 0.75rem; }
.releases { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 1.25rem; }
.releases li { padding: 0.125rem 0.75rem; border: 1px solid var(--line); border-radius: 99px; background: var(--surface); font-size: 0.8125rem; color: var(--soft); }
.releases strong { color: var(--ink); font-weight: 600; }

.search { display: flex; gap: 0.5rem; max-width: 44rem; }
.search input[type="search"] {
  flex: 1; min-width: 0; height: 3rem; padding: 0 1rem;
  border: 1px solid var(--line-strong); border-radius: 10px;
  background: var(--surface); color: var(--ink); font: inherit; box-shadow: var(--shadow);
}
.search input::placeholder { color: var(--soft); opacity: 1; }
.search button, .button {
  display: inline-block; height: 3rem; padding: 0 1.25rem; border: 0; border-radius: 10px;
  background: var(--accent); color: var(--accent-ink); font: inherit; font-weight: 600; line-height: 3rem; text-decoration: none; cursor: pointer;
}
.search button:hover, .button:hover { background: color-mix(in srgb, var(--accent) 88%, var(--ink)); }

.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2rem; margin-top: 2rem; }
.filters h2 { margin: 0 0 0.5rem; font-size: 0.8125rem; font-weight: 620; letter-spacing: 0; color: var(--soft); }
.filters ul { display: flex; flex-wrap: wrap; gap: 0.375rem; margin-bottom: 1.25rem; }
.filters a { display: inline-flex; gap: 0.5rem; justify-content: space-between; padding: 0.25rem 0.75rem; border: 1px solid var(--line); border-radius: 99px; color: var(--ink); font-size: 0.875rem; text-decoration: none; }
.filters a:hover { background: var(--sunken); }
.filters a[aria-current] { border-color: transparent; background: var(--accent-tint); color: var(--accent); font-weight: 600; }
.count { color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; }
.results h2 { font-size: 1rem; font-weight: 600; color: var(--soft); letter-spacing: 0; }

.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17.5rem), 1fr)); gap: 1rem; margin-top: 1rem; }
.card { position: relative; display: flex; flex-direction: column; gap: 0.875rem; padding: 1.25rem; border: 1px solid var(--line); border-radius: 14px; background: var(--surface); box-shadow: var(--shadow); transition: box-shadow 0.15s, border-color 0.15s; }
.card:hover { border-color: var(--line-strong); box-shadow: var(--lift); }
.card:focus-within { border-color: var(--accent); }
.card-head { display: flex; gap: 0.875rem; align-items: center; }
.card-head > div { min-width: 0; }
.card h3 { font-size: 1.0625rem; letter-spacing: -0.01em; }
.card h3 a { color: inherit; text-decoration: none; }
.card h3 a::after { content: ""; position: absolute; inset: 0; border-radius: 14px; }
.card h3 a:focus-visible { outline: none; }
.card h3 a:focus-visible::after { outline: 2px solid var(--accent); outline-offset: 2px; }
.card .by { overflow: hidden; font-size: 0.875rem; text-overflow: ellipsis; white-space: nowrap; }
.card .what { display: -webkit-box; overflow: hidden; flex: 1; align-content: start; font-size: 0.9375rem; line-height: 1.5; white-space: normal; -webkit-box-orient: vertical; -webkit-line-clamp: 3; line-clamp: 3; max-height: 4.5em; }
.tags { display: flex; flex-wrap: wrap; gap: 0.375rem; margin-top: auto; }
.tag { padding: 0.0625rem 0.5rem; border-radius: 6px; background: var(--sunken); font-size: 0.75rem; font-weight: 550; }
.part { color: var(--soft); font-weight: 400; }
.meta { display: flex; justify-content: space-between; gap: 1rem; padding-top: 0.75rem; border-top: 1px solid var(--line); font-size: 0.8125rem; }
.icon { flex: none; display: block; border-radius: 11px; background: var(--sunken); object-fit: cover; }
.monogram { display: grid; place-items: center; width: 3rem; height: 3rem; color: var(--soft); font-size: 1.25rem; font-weight: 650; }
.pager { display: flex; justify-content: space-between; align-items: center; gap: 1rem; margin-top: 2rem; color: var(--soft); font-size: 0.9375rem; }

.empty { max-width: 40rem; margin: 2rem 0; padding: 2rem; border: 1px dashed var(--line-strong); border-radius: 14px; }
.empty h2 { font-size: 1.125rem; color: var(--ink); }
.empty p { margin-top: 0.5rem; color: var(--soft); }
.empty code { padding: 0.0625rem 0.375rem; border-radius: 5px; background: var(--sunken); color: var(--ink); }
.error { margin: clamp(2rem, 8vw, 5rem) 0; padding: 0; border: 0; }
.error .status { margin: 0 0 0.25rem; color: var(--accent); font: 600 0.9375rem var(--mono); }
.error .button { margin-top: 1rem; }

.crumbs { padding-top: 1.5rem; font-size: 0.875rem; color: var(--soft); }
.hero { display: flex; gap: 1.5rem; align-items: flex-start; padding: 1.5rem 0; }
.hero > div { min-width: 0; }
.hero .icon { width: 5rem; height: 5rem; border-radius: 18px; font-size: 2rem; }
.hero .lead { margin-top: 0.75rem; }
.contents { border-block: 1px solid var(--line); }
.contents ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; padding: 0.625rem 0; }
.contents a { display: block; padding: 0.25rem 0; color: var(--soft); font-size: 0.9375rem; text-decoration: none; }
.contents a:hover { color: var(--ink); text-decoration: underline; }
.content { display: flex; flex-direction: column; gap: 3rem; min-width: 0; }
.content > section > h2 { margin-bottom: 1rem; }

.facts dl { display: grid; gap: 0 1rem; grid-template-columns: minmax(0, 1fr); font-size: 0.875rem; }
.facts dt { color: var(--soft); }
.facts dd { margin-bottom: 0.875rem; }
.stack { display: flex; flex-direction: column; align-items: flex-start; gap: 0.125rem; }
.host { color: var(--soft); font-size: 0.8125rem; }

.support { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); gap: 0.75rem; }
.support li { padding: 0.875rem 1rem; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); }
.product { font-weight: 620; }
.verdict { font-size: 0.875rem; color: var(--soft); }
.full .verdict { color: var(--accent); }
.partial .verdict { color: var(--warn); }
.reason { margin-top: 0.375rem; color: var(--soft); font-size: 0.8125rem; line-height: 1.45; }

.choices { display: grid; gap: 0.75rem; }
.choice { padding: 1.125rem 1.25rem; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); }
.choice > .small, .choice > .what { margin-top: 0.5rem; }
.note + .choices { margin-top: 0.75rem; }
.pairs { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0; margin-top: 0.5rem; font-size: 0.9375rem; }
.pairs dt { color: var(--soft); font-size: 0.8125rem; }
.pairs dd { margin-bottom: 0.5rem; }

.badge { display: inline-block; padding: 0 0.5rem; border-radius: 99px; background: var(--sunken); color: var(--soft); font-size: 0.75rem; font-weight: 550; letter-spacing: 0; line-height: 1.5rem; vertical-align: 0.1em; }
.badge.preview { background: var(--get-tint); color: var(--get); }
.badge.deprecated { background: var(--warn-tint); color: var(--warn); }
.badge.current { background: var(--accent-tint); color: var(--accent); }

.operations { border: 1px solid var(--line); border-radius: 14px; background: var(--surface); }
.note + .operations { margin-top: 0.75rem; }
.operation + .operation { border-top: 1px solid var(--line); }
.operation > summary { display: block; position: relative; padding: 0.875rem 1.25rem 0.875rem 2.75rem; cursor: pointer; list-style: none; border-radius: 14px; }
.operation > summary::-webkit-details-marker, .nested > summary::-webkit-details-marker { display: none; }
.operation > summary::before, .nested > summary::before {
  content: ""; position: absolute; left: 1.375rem; top: 1.375rem; width: 0.4375rem; height: 0.4375rem;
  border: solid var(--soft); border-width: 0 1.5px 1.5px 0; transform: rotate(-45deg); transition: transform 0.12s;
}
.operation[open] > summary::before, .nested[open] > summary::before { transform: rotate(45deg); }
.operation > summary:hover { background: var(--sunken); }
.operation:target { box-shadow: inset 3px 0 0 var(--accent); }
.route { margin-top: 0.125rem; color: var(--soft); font-size: 0.875rem; }
.method { display: inline-block; min-width: 3.25rem; font: 650 0.6875rem/1.5 var(--mono); letter-spacing: 0.03em; }
.method.get, .method.head, .method.options { color: var(--get); }
.method.post { color: var(--accent); }
.method.put, .method.patch { color: var(--warn); }
.method.delete { color: var(--bad); }
.inside { padding: 0 1.25rem 1.25rem 2.75rem; }
.inside > .small { margin-top: 0.5rem; }

.fields > li { padding: 0.625rem 0; border-top: 1px solid var(--line); }
.fields > li:first-child { border-top: 0; }
.field strong { font-weight: 600; }
.field code { font-weight: 550; }
.field strong + code { color: var(--soft); font-weight: 400; }
.type { color: var(--soft); font-size: 0.8125rem; }
.required { color: var(--warn); font-size: 0.75rem; font-weight: 600; }
.fields .what { font-size: 0.9375rem; line-height: 1.5; color: var(--soft); }
.small code { padding: 0.0625rem 0.3125rem; border-radius: 5px; background: var(--sunken); color: var(--ink); }
.pairs dd code { padding: 0.0625rem 0.3125rem; border-radius: 5px; background: var(--sunken); }
.nested { margin-top: 0.375rem; }
.nested > summary { position: relative; display: inline-block; padding: 0.0625rem 0.75rem 0.0625rem 1.625rem; border: 1px solid var(--line); border-radius: 99px; color: var(--soft); font-size: 0.8125rem; cursor: pointer; list-style: none; }
.nested > summary::before { left: 0.75rem; top: 0.5rem; width: 0.3125rem; height: 0.3125rem; }
.nested > summary:hover { background: var(--sunken); color: var(--ink); }
.nested > .fields { margin-top: 0.5rem; padding-left: clamp(0.625rem, 2vw, 1rem); border-left: 2px solid var(--line); }
.nested > .more { padding-left: 1rem; }
.responses > li { padding: 0.5rem 0; }
.responses .field { color: var(--soft); font-size: 0.9375rem; }
.responses > li > .fields { margin-top: 0.375rem; padding-left: clamp(0.625rem, 2vw, 1rem); border-left: 2px solid var(--line); }
.responses .fields .field { color: var(--ink); font-size: 1rem; }
.code-status { padding: 0.0625rem 0.4375rem; border-radius: 6px; background: var(--sunken); color: var(--soft); }
.code-status.good { background: var(--accent-tint); color: var(--accent); }
.code-status.bad { background: var(--bad-tint); color: var(--bad); }

.readme { max-height: 36rem; overflow: auto; padding: 1.25rem; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); line-height: 1.6; white-space: pre-wrap; }
.revisions > li { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: baseline; padding: 0.5rem 0; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.9375rem; }
.revisions > li:first-child { border-top: 0; }
.foot { border-top: 1px solid var(--line); color: var(--soft); font-size: 0.875rem; }
.foot .wrap { padding-block: 1.5rem; }
.foot a { color: var(--soft); }

@media (min-width: 60rem) {
  .columns { grid-template-columns: 13rem minmax(0, 1fr); gap: 3rem; }
  .columns.reversed { grid-template-columns: minmax(0, 1fr) 15rem; gap: 4rem; margin-top: 2.5rem; }
  .filters ul { flex-direction: column; gap: 0.125rem; margin: 0 0 1.75rem -0.75rem; }
  .filters a { display: flex; border-color: transparent; border-radius: 8px; }
  .pairs { grid-template-columns: 10rem minmax(0, 1fr); gap: 0.375rem 1rem; }
  .pairs dt { font-size: 0.875rem; }
  .pairs dd { margin: 0; }
}
@media (max-width: 59.99rem) {
  .filters { margin-bottom: -1rem; }
  .filters ul { flex-wrap: nowrap; overflow-x: auto; margin-inline: calc(-1 * clamp(1rem, 4vw, 2.5rem)); padding: 0.25rem clamp(1rem, 4vw, 2.5rem); scrollbar-width: none; }
  .filters li { flex: none; }
}
@media (min-width: 60rem) and (min-height: 50rem) {
  .facts { position: sticky; top: 2rem; align-self: start; }
}
@media (max-width: 36rem) {
  .hero { flex-direction: column; gap: 1rem; }
  .hero .icon { width: 4rem; height: 4rem; border-radius: 15px; }
  .role { display: none; }
  .operation > summary, .inside { padding-right: 1rem; }
  .inside { padding-left: 1.25rem; }
  .empty { padding: 1.25rem; }
  .error { padding: 0; }
}
@media (prefers-reduced-motion: reduce) {
  * { transition: none !important; }
}
@media print {
  .bar, .search, .filters, .contents, .skip { display: none; }
}
`;
