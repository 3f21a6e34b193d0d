import { member, objectMember, type JsonObject } from '../../domain/json.ts';
import { isInternal, type Operation, type Parameter } from '../../domain/operation.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { parametersOf } from './operation-parameters.ts';
import { firstStep, schemaAt, type SchemaStep } from './schema-path.ts';

/** Something that is passed to an operation: a parameter, or a property of its body. */
export interface Input {
  readonly kind: 'parameter' | 'property';
  readonly value: JsonObject;
  readonly pointer: Pointer;
  readonly isRequired: boolean;
  /** Whether it, or what holds it, is hidden from makers. */
  readonly isInternal: boolean;
  /** A parameter and a property of the body have the same name. */
  readonly isAmbiguous: boolean;
}

/** `open`: the body takes names that the document does not list. `lost`: a reference leads nowhere. */
export type InputFound =
  | { readonly kind: 'found'; readonly input: Input }
  | { readonly kind: 'open' | 'lost' | 'missing' };

/**
 * What a name means to an operation: a parameter, or else the way down to a property of its body, joined with `/`,
 * with or without the name of the body in front.
 */
export function findInput(operation: Operation, name: string, document: JsonObject): InputFound {
  const { byName, body } = parametersOf(operation);
  const property = body === undefined ? MISSING : findProperty(body, name, document);
  const parameter = byName.get(name);
  if (parameter === undefined) return property;
  const isAmbiguous = parameter.location !== 'body' && property.kind === 'found';
  return { kind: 'found', input: { ...inputOfParameter(parameter, document), isAmbiguous } };
}

const MISSING: InputFound = { kind: 'missing' };

function findProperty(body: Parameter, name: string, document: JsonObject): InputFound {
  const root = firstStep(member(body.value, 'schema'), child(body.definedAt, 'schema'), document);
  if (root === undefined) return { kind: 'lost' };
  const segments = name.split('/');
  const inBody = segments[0] === body.name && segments.length > 1;
  const below = inBody ? schemaAt(root, segments.slice(1), document) : { kind: 'missing' as const };
  const found = below.kind === 'found' ? below : schemaAt(root, segments, document);
  if (found.kind !== 'found') return below.kind === 'missing' || below.kind === 'found' ? found : below;
  return { kind: 'found', input: inputOfProperty(found.step, isInternal(body.value)) };
}

function inputOfProperty(
  { value, pointer, isRequired, isInternal: isHidden }: SchemaStep,
  isBodyHidden: boolean,
): Input {
  return { kind: 'property', value, pointer, isRequired, isInternal: isHidden || isBodyHidden, isAmbiguous: false };
}

function inputOfParameter({ value, definedAt, required }: Parameter, document: JsonObject): Omit<Input, 'isAmbiguous'> {
  const schema = objectMember(value, 'schema');
  const step = schema === undefined ? undefined : firstStep(schema, child(definedAt, 'schema'), document);
  const shape = schema === undefined ? value : (step?.value ?? {});
  return { kind: 'parameter', value: shape, pointer: definedAt, isRequired: required, isInternal: isInternal(value) };
}
