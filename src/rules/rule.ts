import type { Connector } from '../domain/connector.ts';
import type { Finding, PartPlace } from '../domain/finding.ts';
import type { JsonObject } from '../domain/json.ts';
import type { Operation } from '../domain/operation.ts';
import type { Pointer } from '../domain/pointer.ts';
import type { KnownRuleCode } from '../domain/rule-codes.ts';
import type { DynamicCall } from './facts/dynamic-calls.ts';
import type { UnreadExtension } from './facts/unread-extensions.ts';
import type { ParameterNode, ReferenceNode, SchemaNode } from './nodes.ts';
import type { ConnectionParameter, Policy, Subject } from './subject.ts';

/** A finding of the rule that reports it, so without a code. */
export interface Problem extends Omit<Finding, 'code' | 'hint'> {
  readonly hint?: string | Guess;
  /** Places, in the same part, whose structural finding this one says better; the place itself is always one. */
  readonly replaces?: readonly Pointer[];
}

/** A hint that compares many names to find the one that was meant: only worked out for what is reported first. */
export interface Guess {
  readonly guess: () => string | undefined;
  /** What to say when there is no guess. */
  readonly otherwise: string;
}

/** What a visitor gives back; nothing is the usual case, and the cheapest. */
export type Problems = Iterable<Problem> | undefined;

/**
 * One rule: one code, one file. It names the things it wants to see, and one traversal shows them to all rules.
 * Visitors are pure and total: whatever the document holds, they neither throw nor run away.
 */
export interface Rule {
  readonly code: KnownRuleCode;
  /** Once, whatever could be read. */
  readonly connector?: (connector: Connector, subject: Subject) => Problems;
  /** The OpenAPI 2.0 document, when there is one. */
  readonly document?: (document: JsonObject, subject: Subject) => Problems;
  /** The properties object, when there is one. */
  readonly properties?: (properties: JsonObject, subject: Subject) => Problems;
  readonly operation?: (operation: Operation, subject: Subject) => Problems;
  /** Each parameter where it is defined: in an operation, a path item or `/parameters`. */
  readonly parameter?: (parameter: ParameterNode, subject: Subject) => Problems;
  /** Each schema once, and what is written like one: non-body parameters, their items, headers. */
  readonly schema?: (schema: SchemaNode, subject: Subject) => Problems;
  /**
   * Keys of which a schema must have one for `schema` to be called; absent means that it always is. There are hundreds of thousands of
   * schemas, nearly all with a type and a description: a rule about anything else should say so.
   */
  readonly schemaKeys?: readonly string[];
  /** Each `$ref`, in place of what it stands for. */
  readonly reference?: (reference: ReferenceNode, subject: Subject) => Problems;
  /** Each call that a parameter or schema, or the file picker, makes while a maker designs a flow. */
  readonly dynamicCall?: (call: DynamicCall, subject: Subject) => Problems;
  /** Each extension that nothing reads, with all places where it stands. */
  readonly unreadExtension?: (extension: UnreadExtension, subject: Subject) => Problems;
  readonly connectionParameter?: (parameter: ConnectionParameter, subject: Subject) => Problems;
  readonly policy?: (policy: Policy, subject: Subject) => Problems;
  /** All connectors of a run, for what only shows across them. */
  readonly tree?: (connectors: readonly Connector[]) => Iterable<TreeProblem>;
}

export interface TreeProblem {
  readonly connector: Connector;
  readonly problem: Problem;
}

export function inOpenApi(pointer: Pointer): PartPlace {
  return { part: 'openapi', pointer };
}

/** The key at a place of the OpenAPI document, instead of its value. */
export function keyInOpenApi(pointer: Pointer): PartPlace {
  return { part: 'openapi', pointer, key: true };
}

export function inProperties(pointer: Pointer): PartPlace {
  return { part: 'properties', pointer };
}

export function keyInProperties(pointer: Pointer): PartPlace {
  return { part: 'properties', pointer, key: true };
}
