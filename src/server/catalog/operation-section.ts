import { PRODUCT_NAMES } from '../../domain/products.ts';
import { renderBreakable } from './breakable.ts';
import { renderFieldList } from './field-list.ts';
import { html, type Html } from './html.ts';
import { exactText } from './text.ts';
import type { OperationView, ResponseView } from './view-model.ts';
import { countText } from './words.ts';

/** One operation, closed until somebody opens it. */
export function renderOperation(operation: OperationView): Html {
  const { anchor, id, method, path, summary, description } = operation;
  return html`<details class="operation" id="${anchor}">
    <summary>
      <h3><bdi>${summary ?? exactText(id ?? path)}</bdi>${badges(operation)}</h3>
      <p class="route">
        <span class="method ${method.toLowerCase()}">${method}</span> <code>${renderBreakable(path)}</code>
      </p>
    </summary>
    <div class="inside">
      ${description !== undefined && html`<p class="what">${description}</p>`}
      ${id !== undefined && html`<p class="small">Operation id <code>${exactText(id)}</code></p>`}
      ${operation.missingIn.length > 0 && html`<p class="small">Not available in ${operation.missingIn.map((product) => PRODUCT_NAMES[product]).join(' and ')}.</p>`}
      ${parameters(operation)} ${responses(operation)}
    </div>
  </details> `;
}

function badges({ deprecated, preview, trigger }: OperationView): Html {
  return html`${trigger !== undefined && html` <span class="badge">${trigger}</span>`}${deprecated && html` <span class="badge deprecated">Deprecated</span>`}${preview && html` <span class="badge preview">Preview</span>`}`;
}

function parameters({ parameters: { shown, more } }: OperationView): Html {
  if (shown.length === 0) return html`<p class="small">No parameters.</p>`;
  return html`<h4>Parameters</h4>
    ${renderFieldList(shown)}
    ${more > 0 && html`<p class="more">and ${countText(more, 'more parameter')}, in the definition</p>`}`;
}

function responses({ kind, responses: { shown, more } }: OperationView): Html | undefined {
  if (shown.length === 0) return undefined;
  return html`<h4>${kind === 'trigger' ? 'What it gives' : 'Responses'}</h4>
    <ul class="responses">
      ${shown.map(renderResponse)}
    </ul>
    ${more > 0 && html`<p class="more">and ${countText(more, 'more response')}, in the definition</p>`}`;
}

function renderResponse({ status, description, body }: ResponseView): Html {
  return html`<li>
    <p class="field">
      <code class="code-status ${statusClass(status)}">${exactText(status)}</code>
      ${body !== undefined && html`<span class="type">${body.type}</span>`} ${description}
    </p>
    ${body?.dynamic !== undefined && html`<p class="small">${exactText(body.dynamic)}</p>`}
    ${body !== undefined && renderFieldList(body.fields.shown, body)}
  </li>`;
}

function statusClass(status: string): string {
  if (status.startsWith('2') || status === 'event') return 'good';
  return /^[45]/.test(status) ? 'bad' : 'other';
}
