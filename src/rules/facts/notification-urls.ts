import { arrayMember, isObject, member, stringMember, type Json, type JsonObject } from '../../domain/json.ts';
import { isInternal, type Operation } from '../../domain/operation.ts';
import { child, pointerTo, type Pointer } from '../../domain/pointer.ts';
import { targetOf } from './references.ts';
import { propertiesOf } from './schema-properties.ts';

/** A place in an operation's body where the platform puts the address to call back. */
export interface NotificationUrl {
  readonly name: string;
  readonly value: JsonObject;
  readonly pointer: Pointer;
  /** Whether each property down to it is required. The body itself need not be: the platform sends one. */
  readonly isRequired: boolean;
  /** Whether it, or a property that holds it, is hidden from makers. */
  readonly isInternal: boolean;
}

interface Step extends Omit<NotificationUrl, 'value'> {
  readonly value: Json;
}

// A body has a few hundred schemas at most (operation/body-schema-count).
const MOST_STEPS = 2000;
const FOUND = new WeakMap<Operation, readonly NotificationUrl[]>();

/** The notification URLs reachable in an operation's body, references followed, each schema once, level by level. */
export function notificationUrlsOf(operation: Operation, document: JsonObject | undefined): readonly NotificationUrl[] {
  const known = FOUND.get(operation);
  if (known !== undefined) return known;
  const found: NotificationUrl[] = [];
  const seen = new Set<JsonObject>();
  const pending: Step[] = stepsIntoBody(operation);
  for (let index = 0; index < pending.length; index += 1) {
    const step = resolved(pending[index], document);
    if (step === undefined || seen.has(step.value)) continue;
    seen.add(step.value);
    const here = { ...step, isInternal: step.isInternal || isInternal(step.value) };
    if (member(step.value, 'x-ms-notification-url') === true) found.push(here);
    pending.push(...stepsBelow(here).slice(0, MOST_STEPS - pending.length));
  }
  FOUND.set(operation, found);
  return found;
}

function stepsIntoBody(operation: Operation): Step[] {
  const body = operation.parameters.find(({ location }) => location === 'body');
  if (body === undefined) return [];
  const { name, value, definedAt } = body;
  const schema = member(value, 'schema') ?? null;
  return [
    { name, value: schema, pointer: child(definedAt, 'schema'), isRequired: true, isInternal: isInternal(value) },
  ];
}

function stepsBelow({ name, value, pointer, isRequired, isInternal }: NotificationUrl): Step[] {
  const required = new Set(arrayMember(value, 'required'));
  const properties = propertiesOf(value).map(([key, property]) => ({
    name: key,
    value: property,
    pointer: child(pointer, 'properties', key),
    isRequired: isRequired && required.has(key),
    isInternal,
  }));
  const parts = (arrayMember(value, 'allOf') ?? []).map((part, index) => ({
    name,
    value: part,
    pointer: child(pointer, 'allOf', index),
    isRequired,
    isInternal,
  }));
  return [...properties, ...parts];
}

function resolved(step: Step | undefined, document: JsonObject | undefined): NotificationUrl | undefined {
  const reference = stringMember(step?.value, '$ref');
  const target = reference === undefined ? undefined : targetOf(document, reference, 'schema');
  const value = reference === undefined ? step?.value : target?.kind === 'found' ? target.value : undefined;
  if (step === undefined || !isObject(value)) return undefined;
  return { ...step, value, pointer: target?.kind === 'found' ? pointerTo('definitions', target.name) : step.pointer };
}
