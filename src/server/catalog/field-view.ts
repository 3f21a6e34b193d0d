import { member, stringMember, type JsonObject } from '../../domain/json.ts';
import { resolveReference, type Parameter } from '../../domain/operation.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { bounded, LIMITS, nameText, visibleText } from './bounded.ts';
import type { Budget } from './budget.ts';
import { dynamicNote } from './dynamic-note.ts';
import { propertiesOf, type Place, type Property } from './schema-properties.ts';
import { choicesOf, typeOf, valueText } from './schema-text.ts';
import type { FieldView } from './view-model.ts';

/** How a walk through a body got where it is. */
interface Walk {
  readonly openapi: JsonObject;
  readonly budget: Budget;
  /** Where the objects around this one are defined; an object that is defined at one of them contains itself. */
  readonly around: readonly Pointer[];
}

/** One parameter of an operation; a body's fields are those of its schema. */
export function parameterView(openapi: JsonObject, parameter: Parameter, budget: Budget): FieldView {
  const { name, location, required, value, definedAt: at } = parameter;
  const isBody = location === 'body';
  const schema = isBody ? { value: member(value, 'schema'), at: child(at, 'schema') } : { value, at };
  const field = fieldView({ name, required, ...schema }, { openapi, budget, around: [] });
  return { ...field, ...ownWords(value, field), location: nameText(location) };
}

/** A body: what an operation answers, or what a webhook sends. */
export function bodyView(openapi: JsonObject, schema: Place, budget: Budget): FieldView {
  return fieldView({ name: '', required: false, ...schema }, { openapi, budget, around: [] });
}

/** What a body parameter says itself wins over what its schema says. */
function ownWords(
  value: JsonObject,
  schema: FieldView,
): Pick<FieldView, 'label' | 'description' | 'internal' | 'advanced'> {
  const visibility = stringMember(value, 'x-ms-visibility');
  return {
    label: visibleText(member(value, 'x-ms-summary'), LIMITS.title) ?? schema.label,
    description: visibleText(member(value, 'description'), LIMITS.description) ?? schema.description,
    internal: visibility === 'internal' || schema.internal,
    advanced: visibility === 'advanced' || schema.advanced,
  };
}

function fieldView({ name, required, ...place }: Property, walk: Walk): FieldView {
  const schema = resolveReference(walk.openapi, place.value, place.at);
  const { value } = schema;
  const visibility = stringMember(value, 'x-ms-visibility');
  const view = {
    name: nameText(name),
    label: visibleText(member(value, 'x-ms-summary') ?? member(value, 'title'), LIMITS.title),
    location: undefined,
    type: typeOf(walk.openapi, value),
    required,
    internal: visibility === 'internal',
    advanced: visibility === 'advanced',
    description: visibleText(member(value, 'description'), LIMITS.description),
    fallback: valueText(member(value, 'default')),
    choices: choicesOf(value),
    dynamic: dynamicNote(value),
  };
  walk.budget.spend(1 + Math.floor([view.description ?? '', ...view.choices.shown].join('').length / 200));
  return { ...view, ...fieldsOf(innermost(walk.openapi, schema), walk) };
}

/** Through lists to what they hold: the fields of a list of pets are those of a pet. */
function innermost(openapi: JsonObject, schema: Place): Place {
  let place = schema;
  for (let level = 0; level < LIMITS.depth && member(place.value, 'items') !== undefined; level += 1) {
    place = resolveReference(openapi, member(place.value, 'items'), child(place.at, 'items'));
  }
  return place;
}

function fieldsOf(schema: Place, walk: Walk): Pick<FieldView, 'fields' | 'stopped'> {
  const hasFields = member(schema.value, 'properties') !== undefined || member(schema.value, 'allOf') !== undefined;
  if (!hasFields) return { fields: { shown: [], more: 0 }, stopped: undefined };
  if (walk.budget.isSpent) return { fields: { shown: [], more: 0 }, stopped: 'budget' };
  const { properties, visited } = propertiesOf(walk.openapi, schema);
  walk.budget.spend(Math.floor(visited / 100));
  if (properties.length === 0) return { fields: { shown: [], more: 0 }, stopped: undefined };
  const stopped = whyStopped(schema, walk);
  if (stopped !== undefined) return { fields: { shown: [], more: properties.length }, stopped };
  const inside = { ...walk, around: [...walk.around, schema.at] };
  const { shown, more } = bounded(properties, LIMITS.properties);
  const views = shown.flatMap((property) => (walk.budget.isSpent ? [] : fieldView(property, inside)));
  return { fields: { shown: views, more: more + shown.length - views.length }, stopped: undefined };
}

function whyStopped(schema: Place, { around }: Walk): FieldView['stopped'] {
  if (around.includes(schema.at)) return 'cycle';
  return around.length >= LIMITS.depth ? 'depth' : undefined;
}
