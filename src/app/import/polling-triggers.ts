import { member, stringMember, type JsonObject } from '../../domain/json.ts';
import { operationsOf, type Operation, type Parameter } from '../../domain/operation.ts';
import type { Pointer } from '../../domain/pointer.ts';
import { listIn, propertiesOf, resultSchema, simplified, type ElementProperty } from './listed-elements.ts';

/** An operation that lists what is new since a moment or an id: a trigger that asks again and again, if a person says so. */
export interface PollingTrigger {
  readonly kind: 'polling';
  readonly operationId: string;
  readonly summary: string;
  /** In the published document. */
  readonly operationAt: Pointer;
  /** The same; undefined for a parameter that other operations share. */
  readonly parameterAt: Pointer | undefined;
  /** The query parameter that takes where the last answer ended. */
  readonly parameter: string;
  /** The property of an element that the parameter takes. */
  readonly property: string;
  /** The property of the answer that holds the list; undefined when the answer is the list. */
  readonly collection: string | undefined;
}

/** The operations of an OpenAPI 2.0 document that could be polled and are no triggers yet. */
export function findPollingTriggers(document: JsonObject): PollingTrigger[] {
  return operationsOf(document).flatMap((operation) => pollingOf(document, operation) ?? []);
}

function pollingOf(document: JsonObject, operation: Operation): PollingTrigger | undefined {
  const { verb, id, kind, value, pointer, parameters } = operation;
  if (verb !== 'get' || kind === 'trigger' || id === undefined) return undefined;
  const list = listIn(document, resultSchema(document, value));
  if (list === undefined) return undefined;
  const elements = propertiesOf(document, list.items);
  for (const parameter of parameters) {
    const property = propertyFor(parameter, elements);
    if (property === undefined) continue;
    return {
      kind: 'polling',
      operationId: id,
      summary: stringMember(value, 'summary') ?? id,
      operationAt: pointer,
      parameterAt: parameter.definedAt === parameter.pointer ? parameter.pointer : undefined,
      parameter: parameter.name,
      property,
      collection: list.collection,
    };
  }
  return undefined;
}

const SINCE =
  /^(?:last)?(?:updated?|modified|changed?|created?|added|date|time)?(?:at|on|date|time|utc)?(?:since|after|gte?|from)(?:date|time|datetime|timestamp|utc)?$/;
const SINCE_ID = /^(?:since|after|min|greaterthan)(?:id)$/;
const CHANGED = /^(?:date|time|last)?(?:updated?|modified|changed?)(?:at|on|date|time|datetime|timestamp|utc)?$/;
const MADE =
  /^(?:date|time)?(?:created?|added|received|inserted|submitted|published)(?:at|on|date|time|datetime|timestamp|utc)?$/;
const MOMENT = /^(?:timestamp|date|datetime|time|eventtime|occurredat)$/;

/** The property of an element that says where the next question begins. */
function propertyFor({ name, location, value }: Parameter, elements: readonly ElementProperty[]): string | undefined {
  if (location !== 'query' || !/^[\w.[\]-]{1,100}$/.test(name)) return undefined;
  const wanted = simplified(name);
  if (SINCE_ID.test(wanted)) return elements.find((one) => simplified(one.name) === 'id')?.name;
  if (!SINCE.test(wanted) || !isMoment(value)) return undefined;
  // A parameter that says "created" means that, and any other one what changed.
  const order = /creat|add/.test(wanted) ? [MADE, MOMENT] : [CHANGED, MADE, MOMENT];
  const plain = elements.filter(
    ({ name: key, type }) => /^[A-Za-z_]\w*$/.test(key) && type !== 'object' && type !== 'array',
  );
  return order
    .map((pattern) => plain.find((one) => pattern.test(simplified(one.name)))?.name)
    .find((one) => one !== undefined);
}

/** A date, or a number of seconds; "after" alone is often a page of a list. */
function isMoment(parameter: JsonObject): boolean {
  const format = stringMember(parameter, 'format') ?? '';
  const name = simplified(stringMember(parameter, 'name') ?? '');
  if (format.startsWith('date')) return true;
  const isText = ['string', 'integer', 'number'].includes(stringMember(parameter, 'type') ?? '');
  return isText && member(parameter, 'enum') === undefined && !/^(?:after|from|gte?)$/.test(name);
}
