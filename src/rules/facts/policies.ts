import { arrayMember, entriesOf, member, type Json } from '../../domain/json.ts';
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
    if (!key.startsWith(PARAMETER)) return [];
    return [{ name: key.slice(PARAMETER.length), value, pointer: child(policy.pointer, 'parameters', key) }];
  });
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
