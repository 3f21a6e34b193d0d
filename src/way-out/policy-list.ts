import type { Connector } from '../domain/connector.ts';
import {
  arrayMember,
  isObject,
  member,
  objectMember,
  stringMember,
  type Json,
  type JsonObject,
} from '../domain/json.ts';
import { nativeFromProperties, propertiesFromNative } from '../convert/native.ts';
import { canonicalText } from '../diff/canonical-text.ts';

const OPERATIONS = 'x-ms-apimTemplate-operationName';

/** One policy as it is published. */
export interface Policy {
  readonly value: JsonObject;
  readonly template: string;
  /** Undefined: it works on all operations. */
  readonly operations: readonly string[] | undefined;
  /** What it does, whatever its title and operations: the same text, the same work. */
  readonly work: string;
}

export function policiesOf({ properties }: Connector): Policy[] {
  return (arrayMember(properties?.value, 'policyTemplateInstances') ?? []).map((value) =>
    policyOf(isObject(value) ? value : {}),
  );
}

function policyOf(value: JsonObject): Policy {
  const { [OPERATIONS]: named, ...parameters } = { ...objectMember(value, 'parameters') };
  const operations = Array.isArray(named) ? named.filter((one) => typeof one === 'string') : undefined;
  const { title: _, parameters: __, ...rest } = value;
  return {
    value,
    template: (stringMember(value, 'templateId') ?? '').toLowerCase(),
    operations: operations === undefined || operations.length === 0 ? undefined : operations,
    work: canonicalText({ ...rest, parameters }),
  };
}

export function withOperations({ value }: Policy, operations: readonly string[]): JsonObject {
  return { ...value, parameters: { ...objectMember(value, 'parameters'), [OPERATIONS]: operations } };
}

/** The policy that sends calls of an operation to a path that the service has. */
export function routePolicy(operation: string, path: string): JsonObject {
  return {
    templateId: 'routerequesttoendpoint',
    title: `Route ${operation}`,
    parameters: {
      [OPERATIONS]: [operation],
      'x-ms-apimTemplateParameter.newPath': path,
      'x-ms-apimTemplateParameter.httpMethod': '@Request.OriginalHTTPMethod',
    },
  };
}

/** The author's file of the properties, with other policies and operations of custom code in it. */
export function withPolicies(
  connector: Connector,
  authored: JsonObject,
  {
    policies,
    scriptOperations,
  }: { readonly policies: readonly JsonObject[]; readonly scriptOperations: readonly Json[] | undefined },
): JsonObject {
  const published = {
    ...(policies.length === 0 ? {} : { policyTemplateInstances: policies }),
    ...(scriptOperations === undefined ? {} : { scriptOperations }),
  };
  if (connector.layout === 'native') return { ...authored, ...keepingEqual(authored, nativeFromProperties(published)) };
  const properties = objectMember(authored, 'properties') ?? {};
  return { ...authored, properties: { ...properties, ...published } };
}

/** A policy that stays the same stays as its author wrote it, which may be in more than one way. */
function keepingEqual(authored: JsonObject, native: JsonObject): JsonObject {
  const [old, now] = [arrayMember(authored, 'policies') ?? [], arrayMember(native, 'policies')];
  if (now === undefined) return native;
  const policies = now.map((one, index) => {
    const former = old[index];
    return former !== undefined && canonicalText(publishedOf(former)) === canonicalText(publishedOf(one))
      ? former
      : one;
  });
  return { ...native, policies };
}

function publishedOf(policy: Json): Json {
  return member(propertiesFromNative({ policies: [policy] }).properties, 'policyTemplateInstances') ?? null;
}
