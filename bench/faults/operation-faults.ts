import { child, pointerTo } from '../../src/domain/pointer.ts';
import type { FaultTable, Inject } from './fault.ts';
import { ANSWER, DONE, FIELD, PATH, many, ownAction, pathParameter, probe, sender, type More } from './fragments.ts';
import { inDocument } from './spots.ts';
import { policy } from './policy-fragments.ts';

/** A sound operation with something else in it, reported at one of its members, or at its own key. */
const onProbe =
  (more: More, ...at: readonly (string | number)[]): Inject =>
  (draft) =>
    inDocument(draft, child(probe(draft, more), ...at));

const onSender =
  (more: More, ...at: readonly (string | number)[]): Inject =>
  (draft) =>
    inDocument(draft, child(sender(draft, more), ...at));

const onPath =
  (path: string, more: More = {}): Inject =>
  (draft) => {
    probe(draft, more, path);
    return inDocument(draft, pointerTo('paths', path));
  };

/** A text of an action of the connector's own, changed. */
const onText =
  (key: string, change: (text: string) => string | undefined): Inject =>
  (draft) => {
    const action = ownAction(draft);
    if (action === undefined) return undefined;
    const place = child(action, key);
    const text = change(draft.doc.textAt(place) ?? '');
    if (text === undefined) draft.doc.remove(place);
    else draft.doc.set(place, text);
    return inDocument(draft, text === undefined ? action : place);
  };

const twice =
  (first: readonly [string, More?], second: readonly [string, More?], ...at: readonly string[]): Inject =>
  (draft) => {
    probe(draft, { operationId: 'ProbeFirst', ...first[1] }, first[0]);
    return inDocument(draft, child(probe(draft, { operationId: 'ProbeSecond', ...second[1] }, second[0]), ...at));
  };

const FORM = { name: 'probe', ...FIELD, in: 'formData' };
const BODY = { name: 'body', in: 'body', required: true, schema: ANSWER };
const OTHER = { type: 'object', properties: { other: { type: 'string', 'x-ms-summary': 'Other' } } };
const AGENTS = { 'x-ms-agentic-protocol': 'mcp-streamable-1.0' };

export const OPERATION_FAULTS: FaultTable = {
  'operation/duplicate-path': twice(
    ['/fault-probe/of/the/bench/{one}', { parameters: [pathParameter('one')] }],
    ['/fault-probe/of/the/bench/{two}', { parameters: [pathParameter('two')] }],
  ),
  'operation/partial-duplicate-path': twice(
    ['/fault-probe/of/the/bench/{one}', { parameters: [pathParameter('one')] }],
    ['/fault-probe/of/the/bench/all'],
  ),
  'operation/path-must-start-with-slash': onPath('fault-probe/of/the/bench'),
  'operation/path-may-not-contain-query-or-fragment': onPath(`${PATH}?all=true`),
  'operation/path-contains-unsupported-characters': onPath('/fault-probe/of/the/bench/*'),
  'operation/path-template-not-valid': onPath('/fault-probe/of/the/bench/{probe'),
  'operation/path-variables-contain-defaults': onPath('/fault-probe/of/the/bench/{probe=1}', {
    parameters: [pathParameter('probe')],
  }),
  'operation/missing-path-parameter': (draft) =>
    inDocument(draft, probe(draft, {}, '/fault-probe/of/the/bench/{probe}')),
  'operation/id-required': onProbe({ operationId: undefined }),
  'operation/id-not-unique': twice(
    ['/fault-probe/of/the/bench/one', { operationId: 'ProbeFault' }],
    ['/fault-probe/of/the/bench/two', { operationId: 'ProbeFault' }],
    'operationId',
  ),
  'operation/id-differs-only-in-case': twice(
    ['/fault-probe/of/the/bench/one', { operationId: 'ProbeFault' }],
    ['/fault-probe/of/the/bench/two', { operationId: 'ProbeFAULT' }],
    'operationId',
  ),
  'operation/id-sanitized': onProbe({ operationId: 'Probe-Fault' }, 'operationId'),
  'operation/id-pascal-case': onProbe({ operationId: 'probeFault' }, 'operationId'),
  'operation/id-too-long': onProbe({ operationId: `Probe${'a'.repeat(76)}` }, 'operationId'),
  'operation/id-nearly-too-long': onProbe({ operationId: `Probe${'a'.repeat(70)}` }, 'operationId'),
  'operation/summary-missing': onText('summary', () => undefined),
  'operation/summary-too-long': onText('summary', () => `Probe the fault ${'and look again '.repeat(6)}here`),
  'operation/summary-contains-slash': onText('summary', () => 'Probe one/all'),
  'operation/summary-restricted-characters': onText('summary', () => 'Probe one & all'),
  'operation/summary-must-end-with-alphanumeric': onText('summary', () => 'Probe the fault ('),
  'operation/summary-sentence-case': onText('summary', () => 'probe the fault'),
  'operation/summary-equals-description': (draft) => {
    const action = ownAction(draft);
    if (action === undefined) return undefined;
    draft.doc.set(child(action, 'summary'), 'Probe the fault');
    return inDocument(draft, draft.doc.set(child(action, 'description'), 'Probe the fault.'));
  },
  'operation/description-missing': onText('description', () => undefined),
  'operation/description-end-punctuation': onText('description', () => 'Returns what the probe finds'),
  'operation/restricted-product': onText('description', () => 'Starts a Power Automate flow.'),
  'operation/visibility-missing': onProbe({ 'x-ms-visibility': undefined }),
  'operation/must-have-response': onProbe({ responses: {} }, 'responses'),
  'operation/should-have-successful-response': onProbe({ responses: { '404': { description: 'None' } } }, 'responses'),
  'operation/response-must-be-default-or-http-status-code': onProbe(
    { responses: { '200': DONE, OK: { description: 'Done' } } },
    'responses',
    'OK',
  ),
  'operation/response-description-missing': onProbe({ responses: { '200': { schema: ANSWER } } }, 'responses', '200'),
  'operation/response-reference-not-found': onProbe(
    { responses: { '200': { $ref: '#/responses/Nowhere' } } },
    'responses',
    '200',
    '$ref',
  ),
  'operation/response-reference-not-valid': onProbe(
    { responses: { '200': { $ref: '#/answers/Nowhere' } } },
    'responses',
    '200',
    '$ref',
  ),
  'operation/default-response-has-schema': onProbe(
    { responses: { '200': DONE, default: DONE } },
    'responses',
    'default',
  ),
  'operation/has-many-responses-with-schema': onProbe(
    { responses: { '200': DONE, '404': { description: 'None', schema: OTHER } } },
    'responses',
  ),
  'operation/has-many-success-responses-with-schema': onProbe(
    { responses: { '200': DONE, '201': { description: 'New', schema: OTHER } } },
    'responses',
  ),
  'operation/success-response-schema-missing': onProbe(
    { responses: { '200': { description: 'Done' } } },
    'responses',
    '200',
  ),
  'operation/consumes-missing': (draft) =>
    draft.doc.at('/consumes') === undefined ? inDocument(draft, sender(draft, { consumes: undefined })) : undefined,
  'operation/mime-type-not-valid': onSender({ consumes: ['application/json', 'json'] }, 'consumes', 1),
  'operation/mime-type-not-compatible': onSender({ parameters: [FORM] }, 'parameters', 0),
  'operation/body-or-form-data-in-get': onProbe({ parameters: [BODY] }, 'parameters', 0),
  'operation/parameters-contain-duplicate': onProbe(
    {
      parameters: [
        { name: 'probe', ...FIELD },
        { name: 'probe', ...FIELD, description: 'The same again' },
      ],
    },
    'parameters',
    1,
  ),
  'operation/multiple-body-parameters': onSender({ parameters: [BODY, { ...BODY, name: 'second' }] }, 'parameters', 1),
  'operation/body-and-form-data': onSender(
    { consumes: ['multipart/form-data'], parameters: [BODY, FORM] },
    'parameters',
    1,
  ),
  'operation/body-schema-count': (draft) => {
    const properties = many(520, (index) => [`p${index}`, { type: 'string', 'x-ms-summary': `Part ${index}` }]);
    const operation = probe(draft, {
      responses: { '200': { description: 'Done', schema: { type: 'object', properties } } },
    });
    return inDocument(draft, child(operation, 'responses', '200', 'schema'));
  },
  'operation/schema-count': (draft) => {
    const leaf = { type: 'string', 'x-ms-summary': 'Leaf' };
    const part = { type: 'object', properties: many(49, (index) => [`p${index}`, leaf]) };
    const whole = {
      type: 'object',
      properties: many(10, (index) => [`p${index}`, { $ref: '#/definitions/FaultPart' }]),
    };
    draft.doc.set('/definitions/FaultPart', part);
    draft.doc.set('/definitions/FaultWhole', whole);
    const answer = { description: 'Done', schema: { $ref: '#/definitions/FaultWhole' } };
    // Each of them stays below the limit for one answer.
    return inDocument(draft, probe(draft, { responses: many(40, (index) => [String(200 + index), answer]) }));
  },
  'operation/method-supported': (draft) => inDocument(draft, probe(draft, {}, PATH, 'options')),
  'operation/internal-unreferenced': onSender({ 'x-ms-visibility': 'internal' }),
  'operation/next-link-name': (draft) => {
    policy(draft, 'updatenextlink', { nextLinkPropertyName: 'next' }, { operations: ['ProbeFault'] });
    return inDocument(
      draft,
      child(probe(draft, { 'x-ms-pageable': { nextLinkName: 'next' } }), 'x-ms-pageable', 'nextLinkName'),
    );
  },
  'operation/chunk-transfer': onProbe(
    { 'x-ms-capabilities': { chunkTransfer: 'true' } },
    'x-ms-capabilities',
    'chunkTransfer',
  ),
  'operation/context-simulate': onProbe(
    { 'x-ms-operation-context': { simulate: { operationId: 'Nowhere' } } },
    'x-ms-operation-context',
    'simulate',
    'operationId',
  ),
  'operation/agentic-protocol': onSender({ 'x-ms-agentic-protocol': 'mcp' }, 'x-ms-agentic-protocol'),
  'operation/agentic-protocol-not-alone': (draft) => {
    sender(draft, { operationId: 'SendFirst', ...AGENTS }, ANSWER, '/fault-probe/of/the/bench/one');
    const second = sender(draft, { operationId: 'SendSecond', ...AGENTS }, ANSWER, '/fault-probe/of/the/bench/two');
    return inDocument(draft, child(second, 'x-ms-agentic-protocol'));
  },
  'operation/agentic-protocol-deprecated': onSender(
    { 'x-ms-agentic-protocol': 'mcp-sse-1.0' },
    'x-ms-agentic-protocol',
  ),
  'operation/notification-url-without-trigger': (draft) => {
    const url = { type: 'string', 'x-ms-visibility': 'internal', 'x-ms-notification-url': true };
    return inDocument(
      draft,
      sender(draft, {}, { type: 'object', required: ['callback'], properties: { callback: url } }),
    );
  },
};
