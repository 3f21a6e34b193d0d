import type { Connector, TreePart } from '../domain/connector.ts';
import type { Finding, Part } from '../domain/finding.ts';
import { member } from '../domain/json.ts';
import { child, tokensOf, valueAt, type Pointer } from '../domain/pointer.ts';
import type { KnownRuleCode } from '../domain/rule-codes.ts';
import { describeProblem } from '../schema/describe-problem.ts';
import type { SchemaProblem } from '../schema/schema-problem.ts';
import { validateAgainst } from '../schema/validate-against.ts';
import { betterWords, extensionMeantBy } from './structure-words.ts';

/** What a schema found, and the place it is really about: for a missing key that of the key. */
export interface StructureFinding {
  readonly finding: Finding;
  readonly part: Part;
  readonly slot: Pointer;
}

/** Judges the OpenAPI document and connector.yaml by their schemas. */
export function checkStructure({ openapi, manifestPart }: Connector): StructureFinding[] {
  const ofDocument = problemsOf(openapi, 'openapi-2').filter((problem) => !isExcused(problem, openapi));
  const ofManifest = problemsOf(manifestPart, 'connector');
  return [
    ...ofDocument.map((problem) => findingOf(problem, 'openapi', documentCode(problem))),
    ...ofManifest.map((problem) => findingOf(problem, 'manifest', 'metadata/connector-file-not-valid')),
  ];
}

function problemsOf(part: TreePart | undefined, schema: 'openapi-2' | 'connector'): readonly SchemaProblem[] {
  return part === undefined ? [] : validateAgainst(schema, part.value);
}

/** An agent protocol describes its own answers, so its operation needs no responses. */
function isExcused({ keyword, property, pointer }: SchemaProblem, openapi: TreePart | undefined): boolean {
  const isAboutResponses = keyword === 'required' && property === 'responses' && tokensOf(pointer).length === 3;
  return isAboutResponses && member(valueAt(openapi?.value, pointer), 'x-ms-agentic-protocol') !== undefined;
}

function findingOf(problem: SchemaProblem, part: 'openapi' | 'manifest', code: KnownRuleCode): StructureFinding {
  const { pointer, key, property } = problem;
  const at = key === true ? { part, pointer, key } : { part, pointer };
  const slot = property === undefined ? pointer : child(pointer, property);
  const words = { ...describeProblem(problem), ...(part === 'openapi' ? betterWords(problem) : {}) };
  return { finding: { code, at, ...words }, part, slot };
}

const CODES: Readonly<Record<SchemaProblem['keyword'], KnownRuleCode>> = {
  additionalProperties: 'document/additional-property-not-allowed',
  required: 'document/required-property-missing',
  type: 'document/json-type-incorrect',
  enum: 'document/json-value-not-in-enum',
  pattern: 'document/json-value-not-valid',
  minimum: 'document/json-value-not-valid',
  maximum: 'document/json-value-not-valid',
  minItems: 'document/json-value-not-valid',
  duplicate: 'document/json-value-not-valid',
};

function documentCode({ keyword, pointer }: SchemaProblem): KnownRuleCode {
  const isExtension =
    keyword === 'additionalProperties' && extensionMeantBy(tokensOf(pointer).at(-1) ?? '') !== undefined;
  return isExtension ? 'extension/name-not-valid' : CODES[keyword];
}
