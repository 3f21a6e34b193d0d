import { isObject, member, stringMember, type Json, type JsonObject } from '../../domain/json.ts';
import type { Operation } from '../../domain/operation.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import type { Subject } from '../subject.ts';
import type { DynamicCall } from './dynamic-calls.ts';
import { operationsAround } from './dynamic-sources.ts';
import { findInput, type InputFound } from './operation-inputs.ts';

/** A dynamic call with everything that it names looked up. */
export interface ResolvedCall {
  /** What is called; undefined when there is no such operation. */
  readonly target: Operation | undefined;
  readonly passed: readonly PassedValue[];
}

/** One value that a call passes. */
export interface PassedValue {
  /** The target's name for it. */
  readonly name: string;
  readonly pointer: Pointer;
  /** What takes it; undefined without a target. */
  readonly taker: InputFound | undefined;
  /** What is passed as it is; undefined when the value comes from the operation that the maker fills in. */
  readonly literal: Json | undefined;
  readonly reference: PassedReference | undefined;
}

/** A value that is taken from what the maker filled in. */
export interface PassedReference {
  /** `parameter` or `parameterReference`. */
  readonly key: string;
  readonly name: string;
  readonly pointer: Pointer;
  /** What gives it, in each operation that the call is made from. */
  readonly givers: readonly { readonly operation: Operation; readonly found: InputFound }[];
}

const REFERENCES = ['parameterReference', 'parameter'] as const;
const OTHERS = ['selectedItemValuePath', 'value-property'] as const;
const KNOWN = new WeakMap<DynamicCall, ResolvedCall>();

/** Looks up what a call names: once, for all rules. */
export function resolveCall(call: DynamicCall, subject: Subject): ResolvedCall {
  const resolved = KNOWN.get(call) ?? resolve(call, subject);
  KNOWN.set(call, resolved);
  return resolved;
}

function resolve(call: DynamicCall, subject: Subject): ResolvedCall {
  const { operationsById, document } = subject;
  const target = typeof call.operationId === 'string' ? operationsById.get(call.operationId) : undefined;
  if (document === undefined || call.parameters.length === 0) return { target, passed: [] };
  const passed = call.parameters.map(([name, value]): PassedValue => {
    const pointer = child(call.pointer, 'parameters', name);
    const taker = target === undefined ? undefined : findInput(target, name, document);
    const reference = referenceIn(value, pointer, (text) => giversOf(text, call, subject, document));
    return { name, pointer, taker, reference, literal: reference === undefined ? literalIn(value) : undefined };
  });
  return { target, passed };
}

function giversOf(name: string, call: DynamicCall, subject: Subject, document: JsonObject): PassedReference['givers'] {
  return operationsAround(call.pointer, subject).map((operation) => ({
    operation,
    found: findInput(operation, name, document),
  }));
}

function referenceIn(
  value: Json,
  pointer: Pointer,
  givers: (name: string) => PassedReference['givers'],
): PassedReference | undefined {
  const key = REFERENCES.find((one) => member(value, one) !== undefined);
  const name = key === undefined ? undefined : stringMember(value, key);
  if (key === undefined || name === undefined) return undefined;
  return { key, name, pointer: child(pointer, key), givers: givers(name) };
}

/** `{value: x}` is x; what a tree takes from the entry that was picked is not known before. */
function literalIn(value: Json): Json | undefined {
  if (!isObject(value)) return value;
  if ([...REFERENCES, ...OTHERS].some((key) => member(value, key) !== undefined)) return undefined;
  return member(value, 'value');
}

const FIRST = new WeakMap<Operation, DynamicCall>();

/** Whether a call is the first that names its target, for what is to be said once for each target. */
export function isFirstCallOf(target: Operation, call: DynamicCall): boolean {
  const first = FIRST.get(target) ?? call;
  FIRST.set(target, first);
  return first === call;
}
