import { child, pointerTo } from '../../src/domain/pointer.ts';
import type { Json } from '../../src/domain/json.ts';
import type { FaultTable, Inject } from './fault.ts';
import { answerField, many, parameter, probe, referenceTo, sender } from './fragments.ts';
import { isHostReplaced } from './policy-fragments.ts';
import { inDocument } from './spots.ts';

/** Another value at a place of the document, reported there. */
const setting =
  (pointer: string, value: Json, at = pointer): Inject =>
  (draft) => {
    draft.doc.set(pointer, value);
    return inDocument(draft, at);
  };

const ENOUGH = 257;
const LEVELS = 7;
const WIDTH = 10;

export const DOCUMENT_FAULTS: FaultTable = {
  'document/conversion-refused': {
    form: 'openapi-3',
    inject: setting('/components/schemas/Fault', { $ref: 'https://fault.example/probe.json' }),
  },
  'document/conversion-loss': {
    form: 'openapi-3',
    inject: (draft) => {
      const [path = ''] = draft.doc.keysAt('/paths');
      const [verb = ''] = draft.doc.keysAt(pointerTo('paths', path));
      if (verb === '') return undefined;
      const links = { Next: { operationId: draft.doc.textAt(pointerTo('paths', path, verb, 'operationId')) ?? '' } };
      return inDocument(draft, draft.doc.set(pointerTo('paths', path, verb, 'responses', '200', 'links'), links));
    },
  },
  'document/additional-property-not-allowed': setting('/faultProbe', true),
  'document/required-property-missing': setting('/externalDocs', { description: 'More' }),
  'document/json-type-incorrect': setting('/info/version', 1),
  'document/json-value-not-in-enum': (draft) => inDocument(draft, child(parameter(draft, { in: 'querystring' }), 'in')),
  'document/json-value-not-valid': (draft) => {
    const operation = sender(draft, { consumes: ['application/json', 'text/plain', 'application/json'] });
    return inDocument(draft, child(operation, 'consumes', 2));
  },
  'document/specification-version': setting('/swagger', '2'),
  'document/host-missing': (draft) => {
    draft.doc.remove('/host');
    return inDocument(draft, '');
  },
  'document/host-name-not-valid': setting('/host', 'https://api.fault.example'),
  'document/host-not-production': (draft) => {
    // Nobody calls a host that a policy replaces.
    if (isHostReplaced(draft)) return undefined;
    return inDocument(draft, draft.doc.set('/host', 'api.staging.fault.example'));
  },
  'document/base-path-not-valid': setting('/basePath', 'v1'),
  'document/scheme-not-valid': setting('/schemes', ['https', 'ftp'], '/schemes/1'),
  'document/scheme-not-https': setting('/schemes', ['https', 'http'], '/schemes/1'),
  'document/path-redefined': (draft) => {
    probe(draft, { operationId: 'ProbeFirst' }, '/fault-probe/of/the/bench/all');
    probe(draft, { operationId: 'ProbeSecond' }, '/fault-probe/of/the/Bench/all');
    return inDocument(draft, pointerTo('paths', '/fault-probe/of/the/Bench/all'));
  },
  'document/path-item-ref-not-supported': setting(
    pointerTo('paths', '/fault-probe'),
    { $ref: '#/x-paths/probe' },
    pointerTo('paths', '/fault-probe', '$ref'),
  ),
  'document/total-operations-count': (draft) => {
    for (let index = 0; index < ENOUGH; index += 1) {
      probe(draft, { operationId: `ProbeFault${index}` }, `/fault-probe/of/the/bench/${index}`);
    }
    return inDocument(draft, '/paths');
  },
  'document/total-schema-count': {
    inject: (draft) => {
      const leaf: Json = { type: 'string', 'x-ms-summary': 'Leaf' };
      for (let level = 0; level < LEVELS; level += 1) {
        const below = level === 0 ? leaf : referenceTo(`Fault${level - 1}`);
        draft.doc.set(`/definitions/Fault${level}`, {
          type: 'object',
          properties: many(WIDTH, (index) => [`p${index}`, below]),
        });
      }
      probe(draft, { responses: { '200': { description: 'Done', schema: referenceTo(`Fault${LEVELS - 1}`) } } });
      return inDocument(draft, '/paths');
    },
    follows: {
      'operation/schema-count': 'four million schemas are too many for the operation that has them',
      'operation/body-schema-count': 'and for its answer',
    },
  },
  'document/swagger-keyword-not-supported': (draft) =>
    inDocument(draft, child(answerField(draft, { minimum: 1 }), 'minimum')),
  'document/mime-type-not-supported': (draft) =>
    inDocument(draft, child(sender(draft, { consumes: ['application/json', 'text/fault'] }), 'consumes', 1)),
  'document/tag-redefined': (draft) => {
    draft.doc.push('/tags', { name: 'FaultProbe' });
    return inDocument(draft, child(draft.doc.push('/tags', { name: 'FaultProbe', description: 'Again' }), 'name'));
  },
  'document/url-not-valid': setting('/externalDocs', { url: 'help' }, '/externalDocs/url'),
  'document/environment-variable-position': (draft) => {
    const operation = probe(draft, { description: 'Returns @environmentVariables("fault").' });
    return inDocument(draft, child(operation, 'description'));
  },
};
