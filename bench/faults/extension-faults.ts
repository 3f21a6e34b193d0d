import type { Json, JsonObject } from '../../src/domain/json.ts';
import { child } from '../../src/domain/pointer.ts';
import type { Draft } from './draft.ts';
import type { FaultTable, Inject } from './fault.ts';
import { FIELD, answerField, bodyField, merged, parameter, probe, sender, type More } from './fragments.ts';
import { inDocument } from './spots.ts';

const ENTRY: JsonObject = {
  type: 'object',
  properties: { id: { type: 'string', 'x-ms-summary': 'Id' }, title: { type: 'string', 'x-ms-summary': 'Title' } },
};
const LIST: JsonObject = {
  type: 'object',
  properties: {
    value: { type: 'array', 'x-ms-summary': 'Choices', items: ENTRY },
    count: { type: 'integer', 'x-ms-summary': 'Count' },
  },
};
const KIND: JsonObject = { name: 'kind', ...FIELD, 'x-ms-summary': 'Kind' };

/** What an operation that is only called by others looks like. */
function choices(draft: Draft, more: More = {}, answer: JsonObject = LIST): void {
  const responses = { '200': { description: 'The choices', schema: answer } };
  const own = { operationId: 'ListChoices', 'x-ms-visibility': 'internal', parameters: [KIND], responses, ...more };
  probe(draft, own, '/fault-probe/of/the/bench/choices');
}

const VALUES: JsonObject = {
  operationId: 'ListChoices',
  'value-collection': 'value',
  'value-path': 'id',
  'value-title': 'title',
};

/** How a call is wrong, and what it needs around it. */
interface Call {
  /** Of the extension. */
  readonly more: More;
  /** Where it is reported, from the extension. */
  readonly at?: readonly string[];
  /** Of the operation that is called. */
  readonly target?: More;
  /** Other parameters of the operation that calls. */
  readonly beside?: readonly Json[];
}

/** A parameter whose choices another operation lists. */
const onCall =
  ({ more, at = [], target, beside = [] }: Call): Inject =>
  (draft) => {
    choices(draft, target);
    const values = merged(VALUES, more);
    const operation = probe(draft, {
      parameters: [{ name: 'probe', ...FIELD, 'x-ms-dynamic-values': values }, ...beside],
    });
    return inDocument(draft, child(operation, 'parameters', 0, 'x-ms-dynamic-values', ...at));
  };

const passing = (value: Json): More => ({ parameters: { kind: value } });
const REQUIRED = { ...KIND, required: true };

const onParameter =
  (more: More, ...at: readonly string[]): Inject =>
  (draft) =>
    inDocument(draft, child(parameter(draft, more), ...at));

export const EXTENSION_FAULTS: FaultTable = {
  'extension/name-not-valid': onParameter({ 'X-MS-Summary': 'Probe' }, 'X-MS-Summary'),
  'extension/name-misspelt': onParameter({ 'x-ms-visibilty': 'advanced' }, 'x-ms-visibilty'),
  'extension/keywords-ignored': onParameter({ 'x-fault-probe': true }, 'x-fault-probe'),
  'extension/visibility-not-valid': onParameter({ 'x-ms-visibility': 'Advanced' }, 'x-ms-visibility'),
  'extension/dynamic-operation-id-not-found': (draft) => {
    const values = { ...VALUES, operationId: 'Nowhere' };
    return inDocument(
      draft,
      child(parameter(draft, { 'x-ms-dynamic-values': values }), 'x-ms-dynamic-values', 'operationId'),
    );
  },
  'extension/dynamic-call-kind': onCall({ more: { builtInOperation: 'AadGraph.GetUsers' } }),
  'extension/dynamic-value-path-missing': onCall({ more: { 'value-path': undefined } }),
  'extension/dynamic-parameter-not-on-target': onCall({
    more: { parameters: { nowhere: 'a' } },
    at: ['parameters', 'nowhere'],
  }),
  'extension/dynamic-target-required-parameter-missing': onCall({ more: {}, target: { parameters: [REQUIRED] } }),
  'extension/dynamic-source-parameter-not-found': onCall({
    more: passing({ parameter: 'nowhere' }),
    at: ['parameters', 'kind', 'parameter'],
  }),
  'extension/dynamic-source-parameter-uses-dots': onCall({
    more: passing({ parameter: 'some.where' }),
    at: ['parameters', 'kind', 'parameter'],
  }),
  'extension/dynamic-source-optional': onCall({
    more: passing({ parameter: 'kind' }),
    at: ['parameters', 'kind', 'parameter'],
    target: { parameters: [REQUIRED] },
    beside: [KIND],
  }),
  'extension/dynamic-source-internal': onCall({
    more: passing({ parameter: 'kind' }),
    at: ['parameters', 'kind', 'parameter'],
    beside: [{ ...KIND, 'x-ms-visibility': 'internal' }],
  }),
  'extension/dynamic-static-type-mismatch': onCall({ more: passing(5), at: ['parameters', 'kind'] }),
  'extension/dynamic-type-mismatch': onCall({
    more: passing({ parameter: 'kind' }),
    at: ['parameters', 'kind', 'parameter'],
    beside: [{ ...KIND, type: 'integer' }],
  }),
  'extension/dynamic-list-required': (draft) => {
    choices(draft);
    const values = { ...VALUES, ...passing({ parameter: 'probe' }) } as JsonObject;
    const field = { name: 'choice', ...FIELD, 'x-ms-dynamic-values': values };
    const [operation = ''] = bodyField(draft).split('/parameters/');
    return inDocument(draft, child(draft.doc.push(child(operation, 'parameters'), field), 'x-ms-dynamic-values'));
  },
  'extension/dynamic-properties-path-mismatch': (draft) => {
    choices(draft, { parameters: [] }, { type: 'object', additionalProperties: { type: 'object' } });
    const field = answerField(draft, {
      type: 'object',
      'x-ms-dynamic-schema': { operationId: 'ListChoices', 'value-path': 'schema' },
      'x-ms-dynamic-properties': { operationId: 'ListChoices', itemValuePath: 'other' },
    });
    return inDocument(draft, child(field, 'x-ms-dynamic-properties', 'itemValuePath'));
  },
  'extension/dynamic-result-not-array': onCall({ more: { 'value-collection': 'count' }, at: ['value-collection'] }),
  'extension/dynamic-result-property-missing': onCall({ more: { 'value-title': 'nowhere' }, at: ['value-title'] }),
  'extension/dynamic-on-body-parameter': (draft) => {
    choices(draft);
    const place = child(sender(draft), 'parameters', 0, 'x-ms-dynamic-values');
    return inDocument(draft, draft.doc.set(place, VALUES));
  },
  'extension/dynamic-tree-missing': onParameter(
    { 'x-ms-dynamic-values': { capability: 'file-picker', 'value-path': 'Id' } },
    'x-ms-dynamic-values',
    'capability',
  ),
  'extension/selected-item-value-path-position': onCall({
    more: passing({ selectedItemValuePath: 'id' }),
    at: ['parameters', 'kind', 'selectedItemValuePath'],
  }),
  'extension/dynamic-target-visible': onCall({
    more: {},
    at: ['operationId'],
    target: { 'x-ms-visibility': 'advanced' },
  }),
};
