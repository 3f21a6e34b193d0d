import type { Connector } from '../domain/connector.ts';
import {
  arrayMember,
  entriesOf,
  isObject,
  member,
  objectMember,
  stringMember,
  type JsonObject,
} from '../domain/json.ts';
import { operationsOf, type Operation } from '../domain/operation.ts';
import { child, type Pointer } from '../domain/pointer.ts';

/** One entry of `connectionParameters`, or of a set's `parameters`. */
export interface ConnectionParameter {
  readonly name: string;
  readonly value: JsonObject;
  /** Into the properties. */
  readonly pointer: Pointer;
  /** Name of the set it belongs to; undefined outside sets. */
  readonly set: string | undefined;
}

/** One entry of `policyTemplateInstances`. */
export interface Policy {
  /** `templateId` in lower case: the platform ignores its case. */
  readonly template: string;
  readonly parameters: JsonObject;
  readonly pointer: Pointer;
}

/** A connector with what several rules want to know about it, looked up once. */
export interface Subject {
  readonly connector: Connector;
  readonly document: JsonObject | undefined;
  readonly properties: JsonObject | undefined;
  /** At most `MOST_OPERATIONS`. */
  readonly operations: readonly Operation[];
  /** How many there are. */
  readonly operationCount: number;
  readonly operationsById: ReadonlyMap<string, Operation>;
  readonly connectionParameters: readonly ConnectionParameter[];
  /** What a policy can call them by: a claim `token:x` also as `x`. */
  readonly connectionParameterNames: ReadonlySet<string>;
  readonly policies: readonly Policy[];
}

/** The products accept 256. Rules that follow references look at each operation, so a hostile document must not have any number. */
const MOST_OPERATIONS = 2000;

export function subjectOf(connector: Connector): Subject {
  const document = connector.openapi?.value;
  const properties = connector.properties?.value;
  const all = document === undefined ? [] : operationsOf(document);
  const operations = all.slice(0, MOST_OPERATIONS);
  const connectionParameters = [...connectionParametersIn(properties, '', undefined), ...parametersOfSets(properties)];
  return {
    connector,
    document,
    properties,
    operations,
    operationCount: all.length,
    operationsById: firstById(operations),
    connectionParameters,
    connectionParameterNames: new Set(connectionParameters.flatMap(({ name }) => [name, name.replace(/^[^:]*:/, '')])),
    policies: policiesOf(properties),
  };
}

function firstById(operations: readonly Operation[]): Map<string, Operation> {
  const byId = new Map<string, Operation>();
  for (const operation of operations) {
    if (operation.id !== undefined && !byId.has(operation.id)) byId.set(operation.id, operation);
  }
  return byId;
}

function parametersOfSets(properties: JsonObject | undefined): ConnectionParameter[] {
  const base = child('', 'connectionParameterSets', 'values');
  return (arrayMember(objectMember(properties, 'connectionParameterSets'), 'values') ?? []).flatMap((set, index) =>
    connectionParametersIn(set, child(base, index), stringMember(set, 'name') ?? String(index)),
  );
}

function connectionParametersIn(holder: unknown, base: Pointer, set: string | undefined): ConnectionParameter[] {
  const key = set === undefined ? 'connectionParameters' : 'parameters';
  return entriesOf(member(holder, key)).flatMap(([name, value]) =>
    isObject(value) ? [{ name, value, pointer: child(base, key, name), set }] : [],
  );
}

function policiesOf(properties: JsonObject | undefined): Policy[] {
  return (arrayMember(properties, 'policyTemplateInstances') ?? []).flatMap((value, index) => {
    const parameters = objectMember(value, 'parameters') ?? {};
    const template = (stringMember(value, 'templateId') ?? '').toLowerCase();
    return [{ template, parameters, pointer: child('', 'policyTemplateInstances', index) }];
  });
}
