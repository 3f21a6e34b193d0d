import { renderAuthentication } from './authentication-section.ts';
import { renderFacts } from './facts.ts';
import { html, type Html } from './html.ts';
import { renderIcon } from './icon.ts';
import { renderLayout } from './layout.ts';
import { renderOperation } from './operation-section.ts';
import { catalogUrl } from './paths.ts';
import { EMPTY_QUERY } from './catalog-query.ts';
import { renderProducts } from './product-section.ts';
import { renderRevisions } from './revision-section.ts';
import { renderTreatment } from './treatment-section.ts';
import { fragmentUrl } from './url.ts';
import type { Bounded, ConnectorPage, OperationView } from './view-model.ts';
import { countText } from './words.ts';

/** A part of the page, with the words that the list of contents has for it. */
interface Section {
  readonly anchor: string;
  readonly link: string;
  readonly content: Html;
}

/** The page of one connector: how to connect, what it does, where it works, what was published before. */
export function renderConnectorPage(page: ConnectorPage): string {
  const { title = page.card.name } = page.card.summary;
  const sections = sectionsOf(page);
  const content = html`<nav class="crumbs" aria-label="Breadcrumb">
      <a href="${catalogUrl(EMPTY_QUERY)}">Connectors</a> <span aria-hidden="true">/</span>
      <span>${page.card.name}</span>
    </nav>
    ${hero(page, title)}
    <nav class="contents" aria-label="On this page">
      <ul>
        ${sections.map((section) => html`<li><a href="${fragmentUrl(section.anchor)}">${section.link}</a></li>`)}
      </ul>
    </nav>
    <div class="columns reversed">
      <div class="content">${sections.map((section) => section.content)}</div>
      ${renderFacts(page)}
    </div>`;
  return renderLayout({ title: `${title} · Connectors`, viewer: page.viewer, content });
}

function hero({ card, status }: ConnectorPage, title: string): Html {
  const { publisher, description } = card.summary;
  const isPreview = status !== undefined && status.toLowerCase() === 'preview';
  return html`<header class="hero">
    ${renderIcon(card, 80)}
    <div>
      <h1><bdi>${title}</bdi>${isPreview && html` <span class="badge preview">Preview</span>`}</h1>
      ${publisher !== undefined && html`<p class="by">by <bdi>${publisher}</bdi></p>`}
      ${description !== undefined && html`<p class="lead">${description}</p>`}
    </div>
  </header>`;
}

function sectionsOf(page: ConnectorPage): readonly Section[] {
  const { triggers, actions, internal, policies, customCode, readme, revisions } = page;
  const sections: readonly (Section | false)[] = [
    section('products', 'Where it works', renderProducts(page.card.summary.products)),
    section('connect', 'How to connect', renderAuthentication(page.authentication)),
    triggers.shown.length > 0 && operations('triggers', 'Triggers', 'trigger', triggers),
    actions.shown.length > 0 && operations('actions', 'Actions', 'action', actions),
    internal.shown.length > 0 && operations('internal', 'Behind the designer', 'internal operation', internal),
    (policies.shown.length > 0 || customCode !== undefined) &&
      section('treatment', 'Policies and code', renderTreatment(policies, customCode)),
    readme !== undefined &&
      section(
        'readme',
        'Readme',
        html`<pre class="readme" tabindex="0" aria-label="Readme">${readme.text}</pre>
          ${readme.cut && html`<p class="more">The rest is too long to be shown here.</p>`}`,
      ),
    revisions.shown.length > 0 && section('revisions', 'Revisions', renderRevisions(page)),
  ];
  return sections.filter((one) => one !== false);
}

function section(anchor: string, title: string, content: Html, link = title): Section {
  return {
    anchor,
    link,
    content: html`<section id="${anchor}" aria-labelledby="${anchor}-title">
      <h2 id="${anchor}-title">${title}</h2>
      ${content}
    </section> `,
  };
}

function operations(anchor: string, title: string, noun: string, views: Bounded<OperationView>): Section {
  const count = views.shown.length + views.more;
  const content = html`${anchor === 'internal' && html`<p class="note">Makers do not see these. The products call them, to fill lists and fields or to end a webhook.</p>`}
    <div class="operations">${views.shown.map(renderOperation)}</div>
    ${views.more > 0 && html`<p class="more">and ${countText(views.more, `more ${noun}`)}, in the definition</p>`}`;
  return section(anchor, title, content, `${title} ${count}`);
}
