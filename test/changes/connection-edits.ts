import type { ChangeKindName } from '../../src/diff/change-kinds.ts';
import { isTree, listAt, treeAt, type Edit, type Material, type Tree, type Value } from './material.ts';

/** A change to the connection, the properties or the document as a whole. `before` is what both versions get. */
const edit =
  (before: (material: Material) => void, change: (material: Material) => void): Edit =>
  (material) => {
    before(material);
    return () => change(material);
  };

const nothing = (): void => {};
const parameters = ({ properties }: Material): Tree => treeAt(properties, 'connectionParameters');
const probe = (material: Material): Tree => treeAt(parameters(material), 'probe');
const put =
  (value: Tree): ((material: Material) => void) =>
  (material) => {
    parameters(material)['probe'] = structuredClone(value);
  };

/** A change to a parameter that both versions have. */
const parameter = (before: Tree, change: (parameter: Tree, all: Tree) => void): Edit =>
  edit(put(before), (material) => change(probe(material), parameters(material)));

const asked = (constraints: Tree, more: Tree = {}): Tree => ({
  type: 'string',
  uiDefinition: { displayName: 'Probe', constraints, ...more },
});

const OAUTH: Tree = {
  type: 'oauthSetting',
  oAuthSettings: {
    identityProvider: 'oauth2generic',
    clientId: 'one',
    scopes: ['read', 'write'],
    redirectMode: 'Global',
    customParameters: { authorizationUrl: { value: 'https://a.example/auth' } },
  },
};
const oauth = (key: string, value: Value): Edit =>
  parameter(OAUTH, (one) => {
    treeAt(one, 'oAuthSettings')[key] = value;
  });

const sets = ({ properties }: Material): Value[] => listAt(treeAt(properties, 'connectionParameterSets'), 'values');
const addSet = (material: Material): void => {
  sets(material).push({ name: 'probe', uiDefinition: { displayName: 'Probe' }, parameters: {} });
};

/** Connections made before ask for nothing that they asked for: one optional text makes way. */
const introduced: Edit = edit(
  (material) => {
    delete material.properties['connectionParameterSets'];
    put(asked({ required: 'false' }))(material);
  },
  (material) => {
    const all = parameters(material);
    // Its text and the choices: whoever introduces choices touches the parameters too.
    material.properties['connectionParameters'] = {
      ...all,
      probe: asked({ required: 'false' }, { tooltip: 'Replaced' }),
    };
    addSet(material);
  },
);

const policies = ({ properties }: Material): Value[] => listAt(properties, 'policyTemplateInstances');
const policy = (title: string, value: string, templateId = 'probetemplate'): Tree => ({
  templateId,
  title,
  parameters: { value },
});
const withPolicies =
  (...added: readonly Tree[]): ((material: Material) => void) =>
  (material) =>
    void policies(material).push(...structuredClone([...added]));
const changePolicy = (material: Material): void => {
  const one = policies(material).at(-1);
  if (one !== undefined && isTree(one)) one['parameters'] = { value: 'changed' };
};

const define =
  (value: Tree): ((material: Material) => void) =>
  ({ openapi }) => {
    treeAt(openapi, 'securityDefinitions')['probe'] = value;
  };
const key = (name: string): Tree => ({ type: 'apiKey', in: 'header', name });

const openapi = (name: string, value: Value, before?: Value): Edit =>
  edit(
    (material) => {
      if (before !== undefined) material.openapi[name] = before;
    },
    (material) => {
      material.openapi[name] = value;
    },
  );
const about = (name: string, value: Value): Edit =>
  edit(nothing, (material) => {
    treeAt(material.openapi, 'info')[name] = value;
  });
const property = (name: string, value: Value): Edit =>
  edit(nothing, (material) => {
    material.properties[name] = value;
  });

/** Changes to what a maker fills in to connect, to policies and custom code, and to what a connector says of itself. */
export const CONNECTION_EDITS = {
  'host-changed': openapi('host', 'probe.example'),
  'base-path-changed': openapi('basePath', '/probe'),
  'schemes-changed': openapi('schemes', ['https', 'http'], ['https']),
  'auth-type-changed': edit(
    (material) => {
      delete material.properties['connectionParameterSets'];
      material.properties['connectionParameters'] = { probe: { ...asked({ required: 'true' }), type: 'securestring' } };
    },
    (material) => void (probe(material)['type'] = 'oauthSetting'),
  ),
  'api-key-location-changed': edit(define(key('X-Probe')), define(key('X-Other-Probe'))),
  'security-definition-changed': edit(nothing, define({ type: 'basic' })),
  'oauth-identity-provider-changed': oauth('identityProvider', 'probe'),
  'oauth-scopes-added': oauth('scopes', ['read', 'write', 'admin']),
  'oauth-scopes-removed': oauth('scopes', ['read']),
  'oauth-url-changed': oauth('customParameters', { authorizationUrl: { value: 'https://b.example/auth' } }),
  'oauth-redirect-mode-changed': oauth('redirectMode', 'GlobalPerConnector'),
  'oauth-setting-changed': oauth('clientId', 'two'),
  'connection-parameter-removed': parameter(asked({}), (_, all) => void delete all['probe']),
  'connection-parameter-renamed': parameter(asked({}, { description: 'Where the probe is' }), (one, all) => {
    delete all['probe'];
    all['pro_be'] = one;
  }),
  'required-connection-parameter-added': edit(nothing, put(asked({ required: 'true' }))),
  'optional-connection-parameter-added': edit(nothing, put(asked({ required: 'false' }))),
  'connection-parameter-type-changed': parameter(asked({}), (one) => void (one['type'] = 'int')),
  'connection-parameter-made-secret': edit(
    (material) => {
      material.properties['connectionParameters'] = {
        ...parameters(material),
        other: { type: 'securestring' },
        probe: asked({}),
      };
    },
    (material) => void (probe(material)['type'] = 'securestring'),
  ),
  'connection-parameter-made-required': parameter(
    asked({ required: 'false' }),
    (one) => void (one['uiDefinition'] = asked({ required: 'true' })['uiDefinition'] ?? {}),
  ),
  'connection-parameter-made-optional': parameter(
    asked({ required: 'true' }),
    (one) => void (one['uiDefinition'] = asked({ required: 'false' })['uiDefinition'] ?? {}),
  ),
  'connection-parameter-values-narrowed': parameter(
    { ...asked({}), allowedValues: [{ value: 'a' }, { value: 'b' }] },
    (one) => void (one['allowedValues'] = [{ value: 'a' }]),
  ),
  'connection-parameter-values-widened': parameter(
    { ...asked({}), allowedValues: [{ value: 'a' }] },
    (one) => void (one['allowedValues'] = [{ value: 'a' }, { value: 'b' }]),
  ),
  'connection-parameter-text-changed': parameter(
    asked({}),
    (one) => void (treeAt(one, 'uiDefinition')['tooltip'] = 'Where the probe is'),
  ),
  'connection-parameter-setting-changed': parameter(
    asked({}),
    (one) => void (treeAt(treeAt(one, 'uiDefinition'), 'constraints')['tabIndex'] = 7),
  ),
  'connection-parameter-set-removed': edit(addSet, (material) => void sets(material).pop()),
  'connection-parameter-set-added': edit(nothing, addSet),
  'connection-parameter-sets-introduced': introduced,
  'capabilities-changed': property('capabilities', ['probe']),
  'policy-added': edit(nothing, withPolicies(policy('Probe', 'a'))),
  'policy-removed': edit(withPolicies(policy('Probe', 'a')), (material) => void policies(material).pop()),
  'policy-changed': edit(withPolicies(policy('Probe', 'a')), changePolicy),
  'policies-reordered': edit(
    withPolicies(policy('Probe', 'a'), policy('Other probe', 'b')),
    (material) => void policies(material).reverse(),
  ),
  'polling-policy-changed': edit(withPolicies(policy('Probe', 'a', 'pollingtrigger')), changePolicy),
  'script-added': edit(
    (material) => void (material.script = undefined),
    (material) => void (material.script = '// probe'),
  ),
  'script-removed': edit(
    (material) => void (material.script = '// probe'),
    (material) => void (material.script = undefined),
  ),
  'script-changed': edit(
    (material) => void (material.script ??= '// probe'),
    (material) => void (material.script += '\n// changed'),
  ),
  'script-operations-changed': edit(
    (material) => void (material.properties['scriptOperations'] ??= ['A']),
    (material) => void listAt(material.properties, 'scriptOperations').push('Probe'),
  ),
  'title-changed': about('title', 'Probe'),
  'connector-description-changed': about('description', 'A probe of changes'),
  'contact-changed': about('contact', { name: 'Probe' }),
  'version-changed': about('version', '99.98.97'),
  'metadata-changed': openapi('x-ms-connector-metadata', [
    { propertyName: 'Website', propertyValue: 'https://probe.example' },
  ]),
  'icon-changed': edit(nothing, (material) => void (material.icon = 'another icon')),
  'brand-color-changed': property('iconBrandColor', '#123456'),
  'publisher-changed': property('publisher', 'Probe'),
  'stack-owner-changed': property('stackOwner', 'Probe'),
  'readme-changed': edit(nothing, (material) => void (material.readme += '\nProbe')),
} as const satisfies Partial<Readonly<Record<ChangeKindName, Edit>>>;
