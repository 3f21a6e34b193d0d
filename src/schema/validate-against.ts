import type { Json } from '../domain/json.ts';
import { compileAccepts, type Accepts } from './accepts.ts';
import openApi2Schema from './openapi-2.schema.json' with { type: 'json' };
import { problemOfError } from './problem-of-error.ts';
import type { SchemaProblem } from './schema-problem.ts';
import { connector, openapi2, properties, registry, type Validate } from './validators.js';

export type SchemaName = 'connector' | 'registry' | 'openapi-2' | 'properties';

/** More problems in one document help nobody. */
export const MOST_PROBLEMS = 200;

const VALIDATORS: Readonly<Record<SchemaName, Validate>> = { connector, registry, 'openapi-2': openapi2, properties };

/**
 * Judges a document by one of our schemas: one problem for each place and mistake, at most `MOST_PROBLEMS`, in the schema's order.
 * The value must be a tree no deeper than 200, as loaded documents are: a cyclic one would not end, a deeper one could overflow the stack.
 */
export function validateAgainst(name: SchemaName, value: unknown): readonly SchemaProblem[] {
  if (name === 'openapi-2' && isOpenApi2(value as Json)) return [];
  const validate = VALIDATORS[name];
  if (validate(value)) return [];
  const problems = new Map<string, SchemaProblem>();
  for (const error of validate.errors ?? []) {
    const problem = problemOfError(error, value as Json);
    if (problem !== undefined) keep(problems, problem);
    if (problems.size >= MOST_PROBLEMS) break;
  }
  // The errors would keep parts of the document alive until the next call.
  validate.errors = null;
  return [...problems.values()];
}

let openApi2: Accepts | undefined;

/** Nearly every document is right, and large: asked first, this saves most of the time. */
export function isOpenApi2(document: Json): boolean {
  openApi2 ??= compileAccepts(openApi2Schema);
  return openApi2(document);
}

// A value of the wrong type often is not among the allowed ones either: the type says it better, and ajv reports it first.
function keep(problems: Map<string, SchemaProblem>, problem: SchemaProblem): void {
  const place = `${problem.key === true ? 'key' : 'value'} ${problem.property ?? ''} ${problem.pointer}`;
  if (!problems.has(place)) problems.set(place, problem);
}
