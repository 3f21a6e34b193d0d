import { renderBreakable } from './breakable.ts';
import { codes } from './codes.ts';
import { html, type Html } from './html.ts';
import { exactText } from './text.ts';
import type { AuthenticationChoice, AuthenticationView, ConnectionField, OAuthView } from './view-model.ts';

/** What a maker needs to make a connection. */
export function renderAuthentication({ choices }: AuthenticationView): Html {
  if (choices.shown.length === 0) {
    return html`<p class="note">No authentication: a connection needs nothing from you.</p>`;
  }
  const isOne = choices.shown.length === 1;
  return html`${!isOne && html`<p class="note">Choose one of ${choices.shown.length + choices.more} ways when you make the connection.</p>`}
    <div class="choices">${choices.shown.map(renderChoice)}</div>`;
}

function renderChoice({ title, description, oauth, fields }: AuthenticationChoice): Html {
  return html`<article class="choice">
    <h3><bdi>${title}</bdi></h3>
    ${description !== undefined && html`<p class="what">${description}</p>`} ${oauth.map(renderOAuth)}
    ${
      fields.shown.length > 0 &&
      html`<p class="small">You enter:</p>
        <ul class="fields">
          ${fields.shown.map(renderField)}
        </ul>`
    }
    ${fields.shown.length === 0 && oauth.length === 0 && html`<p class="small">There is nothing to enter.</p>`}
    ${fields.more > 0 && html`<p class="more">and ${fields.more} more</p>`}
  </article>`;
}

function renderOAuth({ provider, scopes, authorizationUrl }: OAuthView): Html {
  return html`<dl class="pairs">
    <dt>Signs you in with</dt>
    <dd><bdi>${provider}</bdi></dd>
    ${
      authorizationUrl !== undefined &&
      html`<dt>At</dt>
        <dd><code>${renderBreakable(authorizationUrl)}</code></dd>`
    }
    ${
      scopes.shown.length > 0 &&
      html`<dt>Asks for the scopes</dt>
        <dd>${codes(scopes)}</dd>`
    }
  </dl>`;
}

function renderField({ name, label, description, type, required, fallback, choices }: ConnectionField): Html {
  return html`<li>
    <p class="field">
      <strong><bdi>${label ?? exactText(name)}</bdi></strong>
      <span class="type">${type}</span>${required && html` <span class="required">required</span>`}
    </p>
    ${description !== undefined && html`<p class="what">${description}</p>`}
    ${fallback !== undefined && html`<p class="small">Default <code>${exactText(fallback)}</code></p>`}
    ${choices.shown.length > 0 && html`<p class="small">One of ${codes(choices)}</p>`}
  </li>`;
}
