import type { ChangeKindName } from '../../src/diff/change-kinds.ts';
import { listAt, renameKey, textOf, treeAt, type Edit, type Material, type Tree, type Value } from './material.ts';
import { action, addOperation, successOf, webhook, type OperationSite } from './operation-sites.ts';
import { madeSite, sitesIn } from './sites.ts';

type Fits = (site: OperationSite) => boolean;
type Change = (site: OperationSite) => void;

/** A change to one action. `before` is what both versions say. */
const operation =
  (change: Change, before: Tree = {}, fits?: Fits, verb?: string): Edit =>
  (material) => {
    const site = action(material, fits, {}, verb);
    Object.assign(site.value, structuredClone(before));
    return () => change(site);
  };

const set =
  (key: string, value: Value): Change =>
  (site) => {
    site.value[key] = value;
  };
const lacking =
  (...keys: readonly string[]): Fits =>
  ({ value }) =>
    keys.every((key) => value[key] === undefined);
const verbIs =
  (...verbs: readonly string[]): Fits =>
  ({ verb }) =>
    verbs.includes(verb);
const hasBody: Fits = ({ value }) => /"in":"(body|formData)"/.test(JSON.stringify(value['parameters'] ?? []));
const isRead = verbIs('get');
const body: Tree = { parameters: [{ name: 'body', in: 'body', schema: { type: 'object' } }] };

const withBody =
  (change: Change, before: Tree): Edit =>
  (material) => {
    const site = action(material, hasBody, structuredClone(body));
    Object.assign(site.value, structuredClone(before));
    return () => change(site);
  };

/** An operation is gone, and its path with the last one. */
export function removeOperation(material: Material, { path, item, verb }: OperationSite): void {
  delete item[verb];
  if (!Object.keys(item).some((key) => key !== 'parameters' && !key.startsWith('x-')))
    delete treeAt(material.openapi, 'paths')[path];
}

/** A change to the answers of one action that has exactly one which is no error. */
const answers =
  (
    change: (responses: Tree, success: Tree, code: string) => void,
    before: Tree = {},
    ...wanted: readonly string[]
  ): Edit =>
  (material) => {
    const site = action(material, (one) => {
      const success = successOf(one);
      return success !== undefined && (wanted.length === 0 || wanted.includes(success.code));
    });
    const responses = treeAt(site.value, 'responses');
    const { code, response } = successOf(site) ?? { code: '200', response: treeAt(responses, '200') };
    Object.assign(responses, structuredClone(before));
    return () => change(responses, response, code);
  };

const header =
  (change: (headers: Tree) => void): Edit =>
  (material) => {
    const site = action(material, (one) => successOf(one) !== undefined);
    const headers = treeAt(successOf(site)?.response ?? {}, 'headers');
    headers['X-Probe'] = { type: 'string' };
    return () => change(headers);
  };

const moved: Edit = (material) => {
  const site = action(material);
  return () => {
    removeOperation(material, site);
    const { [site.verb]: _, ...rest } = site.item;
    const shared = Object.fromEntries(
      Object.entries(rest).filter(([key]) => key === 'parameters' || key.startsWith('x-')),
    );
    treeAt(material.openapi, 'paths')[`${site.path}/probe`] = { ...structuredClone(shared), [site.verb]: site.value };
  };
};

const placeholder: Edit = (material) => {
  addOperation(material, '/probe/{one}', 'get', { operationId: 'ProbePlace' });
  return () => renameKey(treeAt(material.openapi, 'paths'), '/probe/{one}', '/probe/{other}');
};

const otherVerb: Edit = (material) => {
  const free = ({ item }: OperationSite): string | undefined =>
    ['put', 'patch', 'post'].find((verb) => item[verb] === undefined);
  const site = action(material, (one) => verbIs('put', 'patch', 'post')(one) && free(one) !== undefined);
  const verb = free(site) ?? 'put';
  return () => renameKey(site.item, site.verb, verb);
};

const security: Edit = (material) => {
  const definitions = treeAt(material.openapi, 'securityDefinitions');
  definitions['probeKey'] = { type: 'apiKey', in: 'header', name: 'X-Probe' };
  definitions['probeUser'] = { type: 'basic' };
  const site = action(material);
  site.value['security'] = [{ probeKey: [] }];
  return () => {
    site.value['security'] = [{ probeUser: [] }];
  };
};

const polling =
  (before: Tree, change: Change): Edit =>
  (material) => {
    const site = addOperation(material, '/probe/news', 'get', {
      operationId: 'WhenProbed',
      'x-ms-trigger': 'single',
      ...before,
    });
    return () => change(site);
  };

const unsubscribe: Edit = (material) => {
  webhook(material, { type: 'object', properties: { id: { type: 'string' } } });
  const site = addOperation(material, '/probe/hooks/{id}', 'delete', {
    operationId: 'Unprobe',
    'x-ms-visibility': 'internal',
  });
  return () => removeOperation(material, site);
};

const bodyName: Edit = (material) => {
  const site = action(
    material,
    (one) => /"in":"body"/.test(JSON.stringify(one.value['parameters'] ?? [])),
    structuredClone(body),
  );
  const found = listAt(site.value, 'parameters').find(
    (one) => typeof one === 'object' && one !== null && 'in' in one && one['in'] === 'body',
  );
  return () => {
    (found as Tree)['name'] = 'probeBody';
  };
};

const parameterPlace: Edit = (material) => {
  const found = sitesIn(material, 'parameter').filter(
    ({ value }) => value['in'] === 'query' && value['type'] === 'string',
  );
  const site = found[found.length >> 1] ?? madeSite(material, 'parameter', 'probe', { type: 'string' }, false);
  return () => {
    site.value['in'] = 'header';
  };
};

/** More fields than anybody compares, each with a word that means nothing. */
const tooMany: Edit = (material) => {
  const fields = (field: Tree): Tree =>
    Object.fromEntries(Array.from({ length: 300_001 }, (_, index) => [`f${index}`, field]));
  const site = addOperation(material, '/probe/wide', 'get', { operationId: 'ProbeWide' });
  const success = treeAt(treeAt(site.value, 'responses'), '200');
  success['schema'] = { type: 'object', properties: fields({ type: 'string' }) };
  return () => {
    success['schema'] = { type: 'object', properties: fields({ type: 'string', readOnly: false }) };
  };
};

const problem: Tree = {
  '418': { description: 'No coffee', schema: { type: 'object', properties: { code: { type: 'string' } } } },
};
const json = ['application/json'];
const told: Tree = { summary: 'Probe (deprecated)', description: 'Probes. (deprecated)' };

/** Changes to operations, triggers and answers. */
export const OPERATION_EDITS = {
  'operation-added': (material) => () =>
    void addOperation(material, '/probe/added', 'get', { operationId: 'ProbeAdded' }),
  'operation-removed': (material) => {
    const site = action(material, ({ verb }) => verb !== 'delete');
    return () => removeOperation(material, site);
  },
  'operation-id-renamed': operation((site) => set('operationId', `${textOf(site.value['operationId'])}Anew`)(site)),
  'operation-path-changed': moved,
  'operation-placeholder-renamed': placeholder,
  'operation-verb-changed': otherVerb,
  'operation-hidden': operation(set('x-ms-visibility', 'internal')),
  'operation-visibility-changed': operation(set('x-ms-visibility', 'important'), {}, lacking('x-ms-visibility')),
  'operation-deprecated': operation(set('deprecated', true), told),
  'operation-deprecated-without-suffix': operation(
    set('deprecated', true),
    {},
    ({ value }) => !/deprecated/i.test(`${textOf(value['summary'])}${textOf(value['description'])}`),
  ),
  'operation-undeprecated': operation(({ value }) => void delete value['deprecated'], { deprecated: true }),
  'operation-security-changed': security,
  'consumes-changed': withBody(set('consumes', [...json, 'application/xml']), { consumes: json }),
  'request-media-types-replaced': withBody(set('consumes', ['multipart/form-data']), { consumes: json }),
  'produces-changed': operation(set('produces', [...json, 'application/xml']), { produces: json }),
  'response-media-types-replaced': operation(set('produces', ['text/csv']), { produces: json }),
  'setting-changed': operation(set('x-ms-pageable', { nextLinkName: 'probe' }), {}, lacking('x-ms-pageable')),
  'too-many-changes': tooMany,
  'trigger-added-to-action': operation(set('x-ms-trigger', 'single'), {}, isRead, 'get'),
  'trigger-removed-from-operation': operation(
    ({ value }) => void delete value['x-ms-trigger'],
    { 'x-ms-trigger': 'batch' },
    isRead,
    'get',
  ),
  'trigger-kind-changed': operation(set('x-ms-trigger', 'batch'), { 'x-ms-trigger': 'single' }, isRead, 'get'),
  'trigger-metadata-changed': operation(
    set('x-ms-trigger-metadata', { kind: 'query', mode: 'webhook' }),
    { 'x-ms-trigger': 'batch' },
    isRead,
    'get',
  ),
  'trigger-mode-changed': polling({}, ({ item }) => {
    item['x-ms-notification-content'] = { description: 'Probe' };
  }),
  'webhook-delete-removed': unsubscribe,
  'parameter-location-changed': parameterPlace,
  'body-parameter-renamed': bodyName,
  'success-code-changed': answers((responses, _, code) => renameKey(responses, code, '203'), {}, '200', '201'),
  'success-code-changed-to-202': answers((responses, _, code) => renameKey(responses, code, '202'), {}, '200', '201'),
  'success-code-added': answers((responses) => void (responses['206'] = { description: 'Part' })),
  'success-code-removed': answers((responses) => void delete responses['226'], { '226': { description: 'Used' } }),
  'error-response-added': answers((responses) => void (responses['418'] = { description: 'No coffee' })),
  'error-response-removed': answers((responses) => void delete responses['418'], problem),
  'other-response-schema-changed': answers((responses) => {
    treeAt(responses, '418')['schema'] = { type: 'object', properties: { text: { type: 'string' } } };
  }, problem),
  'response-header-removed': header((headers) => void delete headers['X-Probe']),
  'response-header-added': header((headers) => void (headers['X-Probe-Added'] = { type: 'string' })),
  'response-header-type-changed': header((headers) => void (headers['X-Probe'] = { type: 'integer' })),
} as const satisfies Partial<Readonly<Record<ChangeKindName, Edit>>>;
