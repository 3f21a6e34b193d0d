import type { Json } from '../../src/domain/json.ts';
import { child } from '../../src/domain/pointer.ts';
import type { FaultTable, Inject } from './fault.ts';
import { probe } from './fragments.ts';
import { policy } from './policy-fragments.ts';
import { inDocument, inProperties } from './spots.ts';

const OWN = 'x-ms-apimTemplateParameter.';
const HEADER = { name: 'X-Fault', value: 'probe' };

/** A policy that sets a header, with other parameters, reported at one of them. */
const onHeader =
  (parameters: Readonly<Record<string, Json>>, ...at: readonly string[]): Inject =>
  (draft) =>
    inProperties(draft, child(policy(draft, 'setheader', parameters), 'parameters', ...at));

export const POLICY_FAULTS: FaultTable = {
  'policy/template-unknown': (draft) => inProperties(draft, child(policy(draft, 'setheaders', HEADER), 'templateId')),
  'policy/parameter-missing': onHeader({ name: 'X-Fault' }),
  'policy/parameter-unknown': onHeader({ ...HEADER, colour: 'red' }, `${OWN}colour`),
  'policy/operation-not-found': (draft) => {
    const place = policy(draft, 'setheader', HEADER, { operations: ['NowhereToBeFound'] });
    return inProperties(draft, child(place, 'parameters', 'x-ms-apimTemplate-operationName', 0));
  },
  'policy/section': (draft) => {
    const place = policy(draft, 'setheader', HEADER, { section: 'Requests' });
    return inProperties(draft, child(place, 'parameters', 'x-ms-apimTemplate-policySection'));
  },
  'policy/exists-action': onHeader({ ...HEADER, existsAction: 'replace' }, `${OWN}existsAction`),
  'policy/connection-parameter-not-found': onHeader(
    { ...HEADER, value: "@connectionParameters('fault_probe')" },
    `${OWN}value`,
  ),
  'policy/expression-unknown': onHeader({ ...HEADER, value: "@faultProbe('a')" }, `${OWN}value`),
  'policy/route-method': (draft) => {
    const place = policy(draft, 'routerequesttoendpoint', { newPath: '/fault', httpMethod: 'FETCH' });
    return inProperties(draft, child(place, 'parameters', `${OWN}httpMethod`));
  },
  'policy/next-link-missing': (draft) => {
    if (JSON.stringify(draft.about.value).toLowerCase().includes('"updatenextlink"')) return undefined;
    return inDocument(draft, child(probe(draft, { 'x-ms-pageable': { nextLinkName: 'nextLink' } }), 'x-ms-pageable'));
  },
};
