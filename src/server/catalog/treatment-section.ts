import { codes } from './codes.ts';
import { html, type Html } from './html.ts';
import { exactText } from './text.ts';
import type { Bounded, CustomCodeView, PolicyView } from './view-model.ts';
import { countText } from './words.ts';

/** What happens to a call on its way: policies, and custom code. */
export function renderTreatment(policies: Bounded<PolicyView>, customCode: CustomCodeView | undefined): Html {
  return html`<ul class="fields">
      ${policies.shown.map(renderPolicy)}
      ${
        customCode !== undefined &&
        html`<li>
          <p class="field">
            <strong>Custom code</strong> <span class="type">${countText(customCode.lines, 'line')} of C#</span>
          </p>
          ${scope(customCode.operations)}
        </li>`
      }
    </ul>
    ${policies.more > 0 && html`<p class="more">and ${countText(policies.more, 'more policy', 'more policies')}</p>`}`;
}

function renderPolicy({ template, title, operations }: PolicyView): Html {
  return html`<li>
    <p class="field">
      ${title !== undefined && html`<strong><bdi>${title}</bdi></strong> `}<code>${exactText(template)}</code>
      <span class="type">policy</span>
    </p>
    ${scope(operations)}
  </li>`;
}

function scope(operations: 'all' | Bounded<string>): Html {
  return operations === 'all'
    ? html`<p class="small">For every operation</p>`
    : html`<p class="small">For ${codes(operations)}</p>`;
}
