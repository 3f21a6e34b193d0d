import { arrayMember, entriesOf, isArray, isObject, member, type Json } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import type { Policy } from '../subject.ts';

const PARAMETER = 'x-ms-apimTemplateParameter.';
const OPERATIONS = 'x-ms-apimTemplate-operationName';
const SECTION = 'x-ms-apimTemplate-policySection';

/** The value of one of a template's own parameters, and where it is. */
export interface PolicyValue {
  readonly name: string;
  readonly value: Json;
  readonly pointer: Pointer;
}

export function policyValuesOf(policy: Policy): PolicyValue[] {
  return entriesOf(policy.parameters).flatMap(([key, value]) => {
    if (!isOwn(key)) return [];
    return [{ name: key.slice(PARAMETER.length), value, pointer: child(policy.pointer, 'parameters', key) }];
  });
}

/** The keys of a policy's parameters: those of its template, with and without their prefix, and those that no policy has. */
export interface PolicyKeys {
  readonly own: readonly { readonly key: string; readonly name: string }[];
  readonly strange: readonly string[];
  /** What every policy may have beside its template's own. */
  readonly common: readonly string[];
}

export function policyKeysOf({ parameters }: Policy): PolicyKeys {
  const keys = Object.keys(parameters);
  const common = [OPERATIONS, SECTION];
  return {
    own: keys.filter(isOwn).map((key) => ({ key, name: key.slice(PARAMETER.length) })),
    strange: keys.filter((key) => !isOwn(key) && !common.includes(key)),
    common,
  };
}

function isOwn(key: string): boolean {
  return key.startsWith(PARAMETER);
}

/** The texts of a policy's own parameters, also those directly in a list or an object, as in the configuration of a polling trigger. */
export function policyTextsOf(policy: Policy): PolicyText[] {
  return policyValuesOf(policy).flatMap(({ value, pointer }) => {
    if (!isObject(value) && !isArray(value)) return textOf(value, pointer);
    return Object.entries(value).flatMap(([key, inner]) => textOf(inner, child(pointer, key)));
  });
}

export interface PolicyText {
  readonly text: string;
  readonly pointer: Pointer;
}

function textOf(value: Json, pointer: Pointer): PolicyText[] {
  return typeof value === 'string' ? [{ text: value, pointer }] : [];
}

/** The operations a policy is limited to, with the place of each name. None means all. */
export function policyOperationsOf(policy: Policy): PolicyValue[] {
  const pointer = child(policy.pointer, 'parameters', OPERATIONS);
  return (arrayMember(policy.parameters, OPERATIONS) ?? []).map((value, index) => ({
    name: OPERATIONS,
    value,
    pointer: child(pointer, index),
  }));
}

export function policySectionOf(policy: Policy): PolicyValue | undefined {
  const value = member(policy.parameters, SECTION);
  return value === undefined
    ? undefined
    : { name: SECTION, value, pointer: child(policy.pointer, 'parameters', SECTION) };
}
