import type { JsonObject } from '../../src/domain/json.ts';
import { child, tokensOf } from '../../src/domain/pointer.ts';
import {
  PARAMETERS,
  UI,
  giveSoundOauth,
  hasSets,
  inParameters,
  isTied,
  oauthIn,
  onFlow,
  onNewParameter,
  onOauth,
  schemeOf,
} from './auth-fragments.ts';
import type { Draft } from './draft.ts';
import type { Fault, FaultTable, Inject } from './fault.ts';
import { parameter, probe, sender } from './fragments.ts';
import { inDocument, inProperties } from './spots.ts';

const USER = child(PARAMETERS, 'username');
const TEST = '/x-ms-capabilities/testConnection';
const IN_SETS: Fault['follows'] = {
  'auth/connection-parameter-sets-not-in-wizard': 'the wizard knows no sets, and now there are some',
};

/** Made up here, so that no scanner of this repository takes it for one. */
const TOKEN = ['gh', 'p_', 'R7kQ2mZx9LwT4vYb', 'N8sJ3hFd6GcP1aXe', 'U5oW'].join('');

const set = (name: string): JsonObject => ({
  name,
  uiDefinition: { displayName: name, description: 'One way' },
  parameters: { [`${name}_user`]: { type: 'string', uiDefinition: UI } },
});

/** Sets of connection parameters in a connector that has none. */
function putSets({ about }: Draft, values: readonly JsonObject[]): void {
  const uiDefinition = { displayName: 'Authentication', description: 'How to sign in' };
  about.set('/properties/connectionParameterSets', { uiDefinition, values });
}

const hasParameters = ({ about }: Draft): boolean => about.keysAt(PARAMETERS).length > 0;

/** The operation that tries out connections, in a connector that names none. */
const onTest =
  (name: (draft: Draft) => string): Inject =>
  (draft) => {
    if (draft.doc.at('/x-ms-capabilities') !== undefined) return undefined;
    const id = name(draft);
    return inDocument(draft, draft.doc.set(child(TEST, 'operationId'), id));
  };

export const AUTH_FAULTS: FaultTable = {
  'auth/connection-parameter-name-pattern': onNewParameter('fault-probe', { type: 'string' }),
  'auth/connection-parameter-type': onNewParameter('fault_probe', { type: 'text' }, 'type'),
  'auth/oauth-parameter-named-token': {
    given: giveSoundOauth,
    inject: (draft) => {
      const oauth = oauthIn(draft);
      if (oauth !== child(PARAMETERS, 'token') || isTied(draft)) return undefined;
      return inParameters(draft, draft.about.rename(oauth, 'oauth'));
    },
  },
  'auth/connection-parameters-and-sets': {
    inject: (draft) => {
      if (hasSets(draft) || !hasParameters(draft)) return undefined;
      putSets(draft, [set('first'), set('second')]);
      return inProperties(draft, '/connectionParameters');
    },
    follows: IN_SETS,
  },
  'auth/connection-parameter-sets-shape': {
    inject: (draft) => {
      if (hasSets(draft) || hasParameters(draft)) return undefined;
      putSets(draft, [set('first'), { ...set('second'), name: 'first' }]);
      return inProperties(draft, '/connectionParameterSets/values/1/name');
    },
    follows: IN_SETS,
  },
  'auth/connection-parameter-sets-not-in-wizard': (draft) => {
    if (hasSets(draft) || hasParameters(draft)) return undefined;
    putSets(draft, [set('first'), set('second')]);
    return inProperties(draft, '/connectionParameterSets');
  },
  'auth/security-requirement-undefined': (draft) =>
    inDocument(draft, child(probe(draft, { security: [{ faultProbe: [] }] }), 'security', 0, 'faultProbe')),
  'auth/root-security-requirement-undefined': (draft) =>
    inDocument(draft, child(draft.doc.push('/security', { faultProbe: [] }), 'faultProbe')),
  'auth/security-requirement-value': (draft) => {
    const [, name] = tokensOf(schemeOf(draft, 'apiKey', 'basic') ?? '');
    if (name === undefined) return undefined;
    return inDocument(draft, child(probe(draft, { security: [{ [name]: ['read'] }] }), 'security', 0, name));
  },
  'auth/security-scheme-property': (draft) => {
    const scheme = schemeOf(draft, 'apiKey');
    if (scheme === undefined) return undefined;
    draft.doc.remove(child(scheme, 'name'));
    return inDocument(draft, scheme);
  },
  'auth/multiple-security-definitions': (draft) => {
    if (schemeOf(draft, 'apiKey', 'oauth2') === undefined || hasSets(draft)) return undefined;
    return inDocument(draft, draft.doc.set('/securityDefinitions/faultProbe', { type: 'basic' }));
  },
  'auth/oauth-flow-not-supported': onFlow('application', 'authorizationUrl'),
  'auth/oauth-flow-implicit': onFlow('implicit', 'tokenUrl'),
  'auth/security-mismatch': (draft) => {
    const scheme = schemeOf(draft, 'apiKey', 'basic');
    if (scheme === undefined || isTied(draft) || !hasParameters(draft)) return undefined;
    draft.about.set(PARAMETERS, {});
    return inDocument(draft, scheme);
  },
  'auth/oauth2-without-oauth-setting': (draft) => {
    const [oauth, scheme] = [oauthIn(draft), schemeOf(draft, 'oauth2')];
    if (oauth === undefined || scheme === undefined) return undefined;
    draft.about.remove(child(oauth, 'oAuthSettings'));
    draft.about.set(child(oauth, 'type'), 'securestring');
    return inDocument(draft, scheme);
  },
  'auth/basic-names': {
    // What else is wrong with it would be known by its new name.
    given: ({ about }) => void (about.at(USER) === undefined || about.set(child(USER, 'uiDefinition'), UI)),
    inject: (draft) => {
      if (schemeOf(draft, 'basic') === undefined || draft.about.at(USER) === undefined || isTied(draft))
        return undefined;
      draft.about.rename(USER, 'user');
      // Told at the first of the parameters that are typed in.
      return inParameters(draft, child(PARAMETERS, draft.about.keysAt(PARAMETERS)[0] ?? ''));
    },
  },
  'auth/api-key-location': (draft) => {
    const scheme = schemeOf(draft, 'apiKey');
    return scheme === undefined ? undefined : inDocument(draft, draft.doc.set(child(scheme, 'in'), 'cookie'));
  },
  'auth/secret-not-securestring': onNewParameter('client_secret', { type: 'string' }, 'type'),
  'auth/secret-in-file': (draft) =>
    inDocument(draft, child(probe(draft, { description: `Returns what ${TOKEN} may see.` }), 'description')),
  'auth/client-secret-in-file': onOauth('clientSecret', TOKEN.slice(4)),
  'auth/client-id-missing': { given: giveSoundOauth, inject: onOauth('clientId', '') },
  'auth/identity-provider': onOauth('identityProvider', 'nobody'),
  'auth/oauth2-custom-parameters': {
    given: giveSoundOauth,
    inject: (draft) => {
      const oauth = oauthIn(draft);
      if (oauth === undefined) return undefined;
      const settings = child(oauth, 'oAuthSettings');
      draft.about.remove(child(settings, 'customParameters', 'tokenUrl'));
      return inParameters(draft, settings);
    },
  },
  'auth/aadcertificate-first-party': {
    given: giveSoundOauth,
    inject: (draft) => {
      const oauth = oauthIn(draft);
      if (oauth === undefined) return undefined;
      const settings = child(oauth, 'oAuthSettings');
      draft.about.set(child(settings, 'customParameters', 'resourceUri'), { value: 'https://fault.example' });
      draft.about.set(child(settings, 'identityProvider'), 'aadcertificate');
      return inParameters(draft, settings);
    },
  },
  'auth/token-tenant-id': (draft) => {
    const place = child(PARAMETERS, 'token:TenantId');
    if (oauthIn(draft) === undefined || draft.about.at(place) !== undefined) return undefined;
    const constraints = { required: 'false', hidden: 'true' };
    return inParameters(draft, draft.about.set(place, { type: 'string', uiDefinition: { constraints } }));
  },
  'auth/redirect-mode': onOauth('redirectMode', 'Everywhere'),
  'auth/redirect-mode-global': onOauth('redirectMode', 'Global'),
  'auth/redirect-url': onOauth('redirectUrl', 'https://fault.example/redirect'),
  'auth/oauth-with-gateway': (draft) => {
    const oauth = oauthIn(draft);
    if (oauth === undefined || JSON.stringify(draft.about.at(PARAMETERS)).includes('gatewaySetting')) return undefined;
    draft.about.set(child(PARAMETERS, 'gateway'), { type: 'gatewaySetting', uiDefinition: UI });
    return inParameters(draft, oauth);
  },
  'auth/ui-definition': onNewParameter(
    'fault_probe',
    { type: 'string', uiDefinition: { ...UI, constraints: { required: true } } },
    'uiDefinition',
    'constraints',
    'required',
  ),
  'auth/test-connection-operation-not-found': onTest(() => 'NowhereToBeFound'),
  'auth/test-connection-operation-not-get': onTest((draft) => {
    sender(draft, { parameters: [] });
    return 'SendFault';
  }),
  'auth/test-connection-operation-parameters': onTest((draft) => {
    parameter(draft, { required: true });
    return 'ProbeFault';
  }),
};
