import { codes } from './codes.ts';
import { html, type Html } from './html.ts';
import { exactText } from './text.ts';
import type { FieldView } from './view-model.ts';
import { countText } from './words.ts';

/** Parameters, or the fields of a body; `owner` is the body, which knows what was left out. */
export function renderFieldList(fields: readonly FieldView[], owner?: FieldView): Html {
  return html`${
    fields.length > 0 &&
    html`<ul class="fields">
      ${fields.map(renderField)}
    </ul>`
  }${owner !== undefined && leftOut(owner)}`;
}

function renderField(field: FieldView): Html {
  const { name, label, location, type, description, fallback, choices, dynamic } = field;
  return html`<li>
    <p class="field">
      ${label !== undefined && html`<strong><bdi>${label}</bdi></strong> `}<code>${exactText(name)}</code>
      <span class="type">${exactText(type)}</span
      >${location !== undefined && html` <span class="type">in ${exactText(location)}</span>`}${marks(field)}
    </p>
    ${description !== undefined && html`<p class="what">${description}</p>`}
    ${fallback !== undefined && html`<p class="small">Default <code>${exactText(fallback)}</code></p>`}
    ${choices.shown.length > 0 && html`<p class="small">One of ${codes(choices)}</p>`}
    ${dynamic !== undefined && html`<p class="small">${exactText(dynamic)}</p>`} ${nested(field)}
  </li> `;
}

/** Whether a maker has to fill the field; an internal one is never asked for. */
function marks({ required, internal, advanced }: FieldView): Html {
  if (internal) return html` <span class="type">set for you</span>`;
  return html`${required && html` <span class="required">required</span>`}${advanced && html` <span class="type">advanced</span>`}`;
}

/** Inner fields are closed at first, but for what a maker fills: a body is read level by level. */
function nested(field: FieldView): Html {
  const { shown, more } = field.fields;
  if (shown.length === 0) return leftOut(field);
  const open = field.location === 'body' && html` open`;
  return html`<details class="nested" ${open}>
    <summary>
      ${countText(shown.length + more, 'field')}<span class="unseen"> of ${exactText(field.name)}</span>
    </summary>
    ${renderFieldList(shown, field)}
  </details>`;
}

function leftOut({ fields: { shown, more }, stopped }: FieldView): Html {
  if (stopped === 'cycle') return html`<p class="more">Contains itself again: see above</p>`;
  if (stopped === 'budget') return html`<p class="more">Too long to be shown here: see the definition</p>`;
  if (more === 0) return html``;
  const noun = shown.length === 0 ? 'inner field' : 'more field';
  return html`<p class="more">${shown.length > 0 && 'and '}${countText(more, noun)}, in the definition</p>`;
}
