import type { JsonObject } from '../../src/domain/json.ts';
import { child, pointerTo, type Pointer } from '../../src/domain/pointer.ts';
import type { Draft } from './draft.ts';
import type { Fault, FaultTable } from './fault.ts';
import { ANSWER, DONE, FIELD, merged, parameter, pathParameter, probe, type More } from './fragments.ts';
import { inDocument } from './spots.ts';

const HOOKS = '/fault-probe/of/the/bench/hooks';
const CALLBACK: JsonObject = { type: 'string', 'x-ms-visibility': 'internal', 'x-ms-notification-url': true };
const TRIGGER: JsonObject = {
  'x-ms-trigger': 'single',
  'x-ms-trigger-hint': 'Add a fault to see it work',
  summary: 'When a fault is found',
};
const SUBSCRIBED: JsonObject = {
  description: 'Subscribed',
  schema: ANSWER,
  headers: { Location: { type: 'string', description: 'Where to unsubscribe' } },
};

/** How a webhook differs from a sound one; undefined leaves a part out. */
interface Hook {
  readonly trigger?: More;
  readonly callback?: More;
  readonly required?: readonly string[];
  readonly hasContent?: boolean;
  readonly ending?: More | undefined;
}

/** A sound trigger that a service calls back, and the operation that ends it. Gives the trigger's place. */
function webhook(draft: Draft, hook: Hook = {}): Pointer {
  const { trigger = {}, callback = {}, required = ['callback'], hasContent = true } = hook;
  const properties = { callback: merged(CALLBACK, callback) };
  const schema = merged({ type: 'object', properties }, { required: required.length === 0 ? undefined : required });
  const body = { name: 'body', in: 'body', required: true, schema };
  const content = { description: 'What is sent', schema: ANSWER };
  if (hasContent) draft.doc.set(pointerTo('paths', HOOKS, 'x-ms-notification-content'), content);
  const own = { ...TRIGGER, operationId: 'WhenProbed', consumes: ['application/json'], parameters: [body] };
  const place = probe(draft, { ...own, responses: { '201': SUBSCRIBED }, ...trigger }, HOOKS, 'post');
  if (!('ending' in hook) || hook.ending !== undefined) unsubscribe(draft, hook.ending);
  return place;
}

function unsubscribe(draft: Draft, more: More = {}): void {
  const own = {
    operationId: 'EndProbe',
    summary: 'End the probe',
    description: 'Ends it.',
    'x-ms-visibility': 'internal',
  };
  const responses = { '200': { description: 'Done' } };
  probe(draft, { ...own, parameters: [pathParameter('hookId')], responses, ...more }, `${HOOKS}/{hookId}`, 'delete');
}

/** Any trigger makes it true. */
const FOLLOWS: Fault['follows'] = { 'trigger/not-available': 'Power Apps has no triggers, and now there is one' };

const onWebhook = (hook: Hook, ...at: readonly string[]): Fault => ({
  inject: (draft) => inDocument(draft, child(webhook(draft, hook), ...at)),
  follows: FOLLOWS,
});

const CALLBACK_PLACE = ['parameters', '0', 'schema', 'properties', 'callback'];

/** A sound trigger that is asked again and again. */
const onPolling = (more: More, ...at: readonly string[]): Fault => ({
  inject: (draft) => inDocument(draft, child(probe(draft, { ...TRIGGER, ...more }), ...at)),
  follows: FOLLOWS,
});

const hasDelete = ({ doc }: Draft): boolean =>
  doc.keysAt('/paths').some((path) => doc.at(pointerTo('paths', path, 'delete')) !== undefined);
const hasTrigger = ({ doc }: Draft): boolean => JSON.stringify(doc.value).includes('"x-ms-trigger"');
const KIND = { name: 'kind', ...FIELD, 'x-ms-summary': 'Kind' };

export const TRIGGER_FAULTS: FaultTable = {
  'trigger/value': onWebhook({ trigger: { 'x-ms-trigger': 'many' } }, 'x-ms-trigger'),
  'trigger/not-available': (draft) =>
    hasTrigger(draft) ? undefined : inDocument(draft, child(webhook(draft), 'x-ms-trigger')),
  'trigger/webhook-missing-notification-url': onWebhook({
    callback: { 'x-ms-notification-url': undefined, 'x-ms-visibility': undefined, 'x-ms-summary': 'Address' },
  }),
  'trigger/webhook-missing-notification-content': onWebhook({ hasContent: false }),
  'trigger/notification-content-position': onWebhook(
    { hasContent: false, trigger: { 'x-ms-notification-content': { schema: ANSWER } } },
    'x-ms-notification-content',
  ),
  'trigger/notification-url-not-string': onWebhook({ callback: { type: 'integer' } }, ...CALLBACK_PLACE),
  'trigger/notification-url-not-internal': onWebhook(
    { callback: { 'x-ms-visibility': undefined, 'x-ms-summary': 'Address' } },
    ...CALLBACK_PLACE,
  ),
  'trigger/notification-url-not-required': onWebhook({ required: [] }, ...CALLBACK_PLACE),
  'trigger/notification-url-position': (draft) =>
    inDocument(draft, child(parameter(draft, { 'x-ms-notification-url': true }), 'x-ms-notification-url')),
  'trigger/webhook-no-delete-operation': {
    inject: (draft) => (hasDelete(draft) ? undefined : inDocument(draft, webhook(draft, { ending: undefined }))),
    follows: FOLLOWS,
  },
  'trigger/webhook-delete-not-internal': {
    inject: (draft) => {
      webhook(draft, { ending: { 'x-ms-visibility': 'important' } });
      return inDocument(draft, pointerTo('paths', `${HOOKS}/{hookId}`, 'delete'));
    },
    follows: FOLLOWS,
  },
  'trigger/webhook-location-header': onWebhook({ trigger: { responses: { '201': DONE } } }, 'responses'),
  'trigger/notification-operation': onPolling(
    { 'x-ms-notification': { operationId: 'Nowhere' } },
    'x-ms-notification',
    'operationId',
  ),
  'trigger/fetch-subscribe-parameter-mismatch': {
    inject: (draft) => {
      const subscribe = webhook(draft);
      draft.doc.push(child(subscribe, 'parameters'), { ...KIND, type: 'integer' });
      const fetch = { ...TRIGGER, parameters: [KIND], 'x-ms-notification': { operationId: 'WhenProbed' } };
      return inDocument(draft, child(probe(draft, fetch), 'parameters', 0));
    },
    follows: FOLLOWS,
  },
  'trigger/polling-policy': onPolling({}),
  'trigger/polling-batch-array': onPolling(
    { 'x-ms-trigger': 'batch', 'x-ms-trigger-metadata': { kind: 'query', mode: 'polling' } },
    'x-ms-trigger',
  ),
  'trigger/summary-form': onWebhook({ trigger: { summary: 'Probe the fault' } }, 'summary'),
  'trigger/hint-missing': onWebhook({ trigger: { 'x-ms-trigger-hint': undefined } }),
};
