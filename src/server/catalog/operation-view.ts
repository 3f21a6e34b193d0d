import type { Product } from '../../domain/change.ts';
import { entriesOf, member, objectMember, stringMember, type JsonObject } from '../../domain/json.ts';
import { resolveReference, type Operation } from '../../domain/operation.ts';
import { child, parentOf, type Pointer } from '../../domain/pointer.ts';
import { bounded, LIMITS, nameText, visibleText } from './bounded.ts';
import type { Budget } from './budget.ts';
import { bodyView, parameterView } from './field-view.ts';
import type { Bounded, FieldView, OperationView, ResponseView } from './view-model.ts';

export interface OperationInput {
  readonly openapi: JsonObject;
  readonly operation: Operation;
  readonly anchor: string;
  readonly missingIn: readonly Product[];
  readonly budget: Budget;
}

/** An operation as its page shows it. */
export function operationView({ openapi, operation, anchor, missingIn, budget }: OperationInput): OperationView {
  const { id, kind, verb, path, value, pathItem } = operation;
  const share = budget.share();
  const hook = member(pathItem, 'x-ms-notification-content');
  return {
    anchor,
    id: id === undefined ? undefined : nameText(id),
    kind,
    trigger: kind === 'trigger' ? (hook === undefined ? 'polling' : 'webhook') : undefined,
    method: verb.toUpperCase(),
    path: nameText(path),
    summary: visibleText(member(value, 'summary'), LIMITS.title),
    description: visibleText(member(value, 'description'), LIMITS.paragraph),
    deprecated: member(value, 'deprecated') === true,
    preview: /^preview$/i.test(stringMember(member(value, 'x-ms-api-annotation'), 'status') ?? ''),
    missingIn,
    parameters: parameterViews(openapi, operation, share),
    responses: responseViews(openapi, operation, share),
  };
}

function parameterViews(openapi: JsonObject, operation: Operation, budget: Budget): Bounded<FieldView> {
  const { shown, more } = bounded(operation.parameters, LIMITS.parameters);
  const views = shown.flatMap((one) => (budget.isSpent ? [] : parameterView(openapi, one, budget)));
  return { shown: views, more: more + shown.length - views.length };
}

/** What a webhook sends comes first: it is what the trigger gives a maker. */
function responseViews(openapi: JsonObject, operation: Operation, budget: Budget): Bounded<ResponseView> {
  const hook = objectMember(operation.pathItem, 'x-ms-notification-content');
  const sent =
    operation.kind === 'trigger' && hook !== undefined
      ? [{ status: 'event', value: hook, at: hookPointer(operation) }]
      : [];
  const answers = entriesOf(member(operation.value, 'responses')).map(([status, response]) => {
    const { value, at } = resolveReference(openapi, response, child(operation.pointer, 'responses', status));
    return { status, value, at };
  });
  const { shown, more } = bounded([...sent, ...answers], LIMITS.responses);
  return { shown: shown.map((one) => responseView(openapi, one, budget)), more };
}

function hookPointer(operation: Operation): Pointer {
  return child(parentOf(operation.pointer), 'x-ms-notification-content');
}

type Answer = ReturnType<typeof resolveReference> & { readonly status: string };

function responseView(openapi: JsonObject, { status, value, at }: Answer, budget: Budget): ResponseView {
  const schema = member(value, 'schema');
  const shows = schema !== undefined && !budget.isSpent;
  return {
    status: nameText(status),
    description: visibleText(member(value, 'description'), LIMITS.description),
    body: shows ? bodyView(openapi, { value: schema, at: child(at, 'schema') }, budget) : undefined,
  };
}
