import { child } from '../../src/domain/pointer.ts';
import type { FaultTable, Inject } from './fault.ts';
import { parameter, parameterInPath, pathParameter, probe, sender, type More } from './fragments.ts';
import { inDocument } from './spots.ts';

/** A sound query parameter with something else in it, reported at one of its members or at itself. */
const onParameter =
  (more: More, ...at: readonly string[]): Inject =>
  (draft) =>
    inDocument(draft, child(parameter(draft, more), ...at));

const onPathParameter =
  (more: More, ...at: readonly string[]): Inject =>
  (draft) =>
    inDocument(draft, child(parameterInPath(draft, more), ...at));

const onBody =
  (more: More, ...at: readonly string[]): Inject =>
  (draft) => {
    const place = child(sender(draft), 'parameters', 0);
    for (const [key, value] of Object.entries(more)) {
      if (value === undefined) draft.doc.remove(child(place, key));
      else draft.doc.set(child(place, key), value);
    }
    return inDocument(draft, child(place, ...at));
  };

export const PARAMETER_FAULTS: FaultTable = {
  'parameter/path-must-be-required': onPathParameter({ required: false }, 'required'),
  'parameter/path-not-defined-in-template': (draft) =>
    inDocument(draft, child(probe(draft, { parameters: [pathParameter('lost')] }), 'parameters', 0)),
  'parameter/path-missing-encoding': onPathParameter({ 'x-ms-url-encoding': undefined }),
  'parameter/url-encoding-value': onPathParameter({ 'x-ms-url-encoding': 'triple' }, 'x-ms-url-encoding'),
  'parameter/query-encoding-not-supported': onParameter({ 'x-ms-url-encoding': 'single' }, 'x-ms-url-encoding'),
  'parameter/summary-missing': onParameter({ 'x-ms-summary': undefined }),
  'parameter/summary-too-long': onParameter({ 'x-ms-summary': `What${' to look for'.repeat(7)}` }, 'x-ms-summary'),
  'parameter/summary-equals-description': onParameter({ description: 'Probe.' }, 'description'),
  'parameter/description-missing': onParameter({ description: undefined }),
  'parameter/type-missing': onParameter({ type: undefined }),
  'parameter/body-schema-required': onBody({ schema: undefined }),
  'parameter/non-body-schema-not-valid': onParameter({ type: undefined, schema: { type: 'string' } }, 'schema'),
  'parameter/body-property-not-valid': onBody({ type: 'object' }, 'type'),
  'parameter/allow-empty-value-only-query-form': onParameter(
    { in: 'header', allowEmptyValue: true },
    'allowEmptyValue',
  ),
  'parameter/connection-id-not-allowed': onParameter({ name: 'connectionId' }, 'name'),
  'parameter/reserved-is-used': onParameter({ name: 'Authorization', in: 'header' }, 'name'),
  'parameter/content-type-accept-header': onParameter({ name: 'Accept', in: 'header' }, 'name'),
  'parameter/file-must-be-in-form-data': onParameter({ type: 'file' }, 'type'),
  'parameter/form-data-name-ascii': (draft) => {
    const field = {
      name: 'größe',
      in: 'formData',
      type: 'string',
      'x-ms-summary': 'Size',
      description: 'How large',
      required: true,
    };
    const operation = sender(draft, { consumes: ['multipart/form-data'], parameters: [field] });
    return inDocument(draft, child(operation, 'parameters', 0, 'name'));
  },
  'parameter/reference-not-found': (draft) => {
    const operation = probe(draft, { parameters: [{ $ref: '#/parameters/Nowhere' }] });
    return inDocument(draft, child(operation, 'parameters', 0, '$ref'));
  },
  'parameter/reference-not-valid': (draft) => {
    const operation = probe(draft, { parameters: [{ $ref: '#/inputs/Nowhere' }] });
    return inDocument(draft, child(operation, 'parameters', 0, '$ref'));
  },
  'parameter/reference-loop': (draft) => {
    const place = draft.doc.set('/parameters/FaultOne', { $ref: '#/parameters/FaultTwo' });
    draft.doc.set('/parameters/FaultTwo', { $ref: '#/parameters/FaultOne' });
    return inDocument(draft, child(place, '$ref'));
  },
  'parameter/collection-format-value-not-supported': onParameter(
    { type: 'array', items: { type: 'string' }, collectionFormat: 'pipes' },
    'collectionFormat',
  ),
  'parameter/name-pattern': onParameter({ name: 'probe-name' }, 'name'),
};
