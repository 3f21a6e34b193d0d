import { operationsOf } from '../domain/operation.ts';
import type { KnownRuleCode } from '../domain/rule-codes.ts';
import type { Fix, Site } from './fix.ts';
import { spelledRight, valueFix } from './value-fix.ts';

/** A fix for the id of an operation, where one has the same letters. */
export function operationIdFix(code: KnownRuleCode): Fix {
  return valueFix(code, (value, site) => spelledRight(value, operationIdsOf(site)));
}

export function operationIdsOf({ connector }: Site): string[] {
  const document = connector?.openapi?.value;
  return document === undefined ? [] : operationsOf(document).flatMap(({ id }) => id ?? []);
}
