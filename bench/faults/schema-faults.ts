import type { JsonObject } from '../../src/domain/json.ts';
import { child, parentOf } from '../../src/domain/pointer.ts';
import type { FaultTable, Inject } from './fault.ts';
import { answerField, bodyField, definition, probe, referenceTo, type More } from './fragments.ts';
import { inDocument } from './spots.ts';

/** A sound property of an answer with something else in it, reported at one of its members or at itself. */
const onField =
  (more: More, ...at: readonly (string | number)[]): Inject =>
  (draft) =>
    inDocument(draft, child(answerField(draft, more), ...at));

const onBodyField =
  (more: More, ofSchema: More, ...at: readonly string[]): Inject =>
  (draft) =>
    inDocument(draft, child(bodyField(draft, more, ofSchema), ...at));

/** The same for the object that holds the property. */
const onObject =
  (more: More, ...at: readonly (string | number)[]): Inject =>
  (draft) =>
    inDocument(draft, child(parentOf(parentOf(answerField(draft, {}, more))), ...at));

const onDefinition =
  (values: Readonly<Record<string, JsonObject>>, ...at: readonly string[]): Inject =>
  (draft) => {
    for (const [name, value] of Object.entries(values)) definition(draft, name, value);
    return inDocument(draft, child('/definitions', ...at));
  };

const BARE = { type: undefined, 'x-ms-summary': undefined, description: undefined };
const LEVELS = 16;

export const SCHEMA_FAULTS: FaultTable = {
  'schema/reference-not-found': onField({ ...BARE, ...referenceTo('Nowhere') }, '$ref'),
  'schema/reference-not-valid': onField({ ...BARE, $ref: '#/schemas/Nowhere' }, '$ref'),
  'schema/ref-with-siblings': (draft) => {
    definition(draft, 'FaultName', { type: 'string' });
    return inDocument(draft, child(answerField(draft, { type: undefined, ...referenceTo('FaultName') }), '$ref'));
  },
  'schema/ref-loop': onDefinition(
    { FaultOne: referenceTo('FaultTwo'), FaultTwo: referenceTo('FaultOne') },
    'FaultOne',
    '$ref',
  ),
  'schema/required-loop': onDefinition(
    { FaultNode: { type: 'object', required: ['next'], properties: { next: referenceTo('FaultNode') } } },
    'FaultNode',
    'properties',
    'next',
  ),
  'schema/too-deep': (draft) => {
    let schema: JsonObject = { type: 'string', 'x-ms-summary': 'Leaf' };
    for (let level = 0; level < LEVELS; level += 1) {
      schema = { type: 'object', 'x-ms-summary': 'Level', properties: { below: schema } };
    }
    const operation = probe(draft, { responses: { '200': { description: 'Done', schema } } });
    const steps = Array.from({ length: LEVELS }, () => ['properties', 'below']).flat();
    return inDocument(draft, child(operation, 'responses', '200', 'schema', ...steps));
  },
  'schema/array-has-no-items': onField({ type: 'array' }),
  'schema/required-property-definition-missing': onObject({ required: ['nowhere'] }, 'required', 0),
  'schema/required-array-empty': onObject({ required: [] }, 'required'),
  'schema/required-not-on-object': onField({ required: ['name'] }, 'required'),
  'schema/required-read-only-as-input': onBodyField({ readOnly: true }, { required: ['probe'] }, 'readOnly'),
  'schema/internal-required-no-default': onBodyField({ 'x-ms-visibility': 'internal' }, { required: ['probe'] }),
  'schema/internal-property-with-default-optional': onBodyField(
    { 'x-ms-visibility': 'internal', default: 'a' },
    {},
    'default',
  ),
  'schema/default-value-must-match-type': onField({ type: 'boolean', default: 'true' }, 'default'),
  'schema/enum-empty': onField({ enum: [] }, 'enum'),
  'schema/enum-duplicate': onField({ enum: ['a', 'b', 'a'] }, 'enum', 2),
  'schema/invalid-enum-value': onField({ type: 'integer', enum: [1, '2'] }, 'enum', 1),
  'schema/enum-values-extension': onField(
    { enum: ['a'], 'x-ms-enum-values': [{ value: 'b', displayName: 'B' }] },
    'x-ms-enum-values',
    0,
    'value',
  ),
  'schema/unrecognized-type-format': onField({ format: 'telephone' }, 'format'),
  'schema/string-binary-position': onField({ format: 'binary' }, 'format'),
  'schema/type-file-not-valid': onField({ type: 'file' }, 'type'),
  'schema/composition-keywords': onField({ oneOf: [{ type: 'string' }] }, 'oneOf'),
  'schema/all-of-flattened': onField({ type: 'object', allOf: [{ type: 'object' }] }, 'allOf'),
  'schema/nullable': onField({ type: ['string', 'null'] }, 'type'),
  'schema/numeric-consistency': onField({ type: 'integer', minimum: 5, maximum: 1 }, 'minimum'),
  'schema/length-consistency': onField({ minLength: 5, maxLength: 1 }, 'minLength'),
  'schema/pattern-consistency': onField({ pattern: '(a' }, 'pattern'),
  'schema/discriminator': onObject({ discriminator: 'kind' }, 'discriminator'),
  'schema/editor-dictionary': onField({ type: 'object', 'x-ms-editor': 'dictionary' }, 'x-ms-editor'),
  'schema/media-kind': onField({ 'x-ms-media-kind': 'video' }, 'x-ms-media-kind'),
  'schema/empty-property': onField({ type: undefined }),
  'schema/property-summary-missing': (draft) =>
    inDocument(draft, parentOf(answerField(draft, { 'x-ms-summary': undefined }))),
};
