import { listAt, treeAt, type Edit } from './material.ts';
import { ASPECT_EDITS } from './aspect-edits.ts';
import { OPERATION_EDITS } from './operation-edits.ts';

/** Every definition says another way to sign in; a connector without one gets one that it asks for. */
const securityDefinitions: Edit = ({ openapi }) => {
  const definitions = treeAt(openapi, 'securityDefinitions');
  if (Object.keys(definitions).length === 0) {
    definitions['probe'] = { type: 'basic' };
    listAt(openapi, 'security').push({ probe: [] });
  }
  return () => {
    for (const [name, definition] of Object.entries(definitions)) {
      const isKey =
        typeof definition === 'object' &&
        definition !== null &&
        'type' in definition &&
        definition['type'] === 'apiKey';
      definitions[name] = isKey ? { type: 'basic' } : { type: 'apiKey', in: 'header', name: 'X-Probe' };
    }
  };
};

/** The nine changes that tools for OpenAPI were measured with: each is to be breaking. */
export const PEER_KINDS: Readonly<Record<string, Edit>> = {
  'removed operation': OPERATION_EDITS['operation-removed'],
  'renamed operationId': OPERATION_EDITS['operation-id-renamed'],
  'added required parameter': ASPECT_EDITS['required-parameter-added'],
  'removed response property': ASPECT_EDITS['output-field-removed'],
  'renamed response property': ASPECT_EDITS['output-field-renamed'],
  'response property type change': ASPECT_EDITS['output-field-type-changed'],
  'parameter enum value removed': ASPECT_EDITS['parameter-enum-narrowed'],
  'x-ms-trigger changed': OPERATION_EDITS['trigger-kind-changed'],
  'securityDefinitions changed': securityDefinitions,
};
