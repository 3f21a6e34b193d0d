import type { Connector, TreePart } from '../domain/connector.ts';
import type { Finding, Part } from '../domain/finding.ts';
import { member } from '../domain/json.ts';
import { child, tokensOf, valueAt, type Pointer } from '../domain/pointer.ts';
import type { KnownRuleCode } from '../domain/rule-codes.ts';
import { describeProblem } from '../schema/describe-problem.ts';
import type { SchemaProblem } from '../schema/schema-problem.ts';
import { validateAgainst, type SchemaName } from '../schema/validate-against.ts';
import { betterWords, extensionMeantBy, propertiesWords, secretWords } from './structure-words.ts';

type StructurePart = 'openapi' | 'manifest' | 'properties';

const BETTER_WORDS = { openapi: betterWords, manifest: secretWords, properties: propertiesWords } as const;

/** What a schema found, and the place it is really about: for a missing key that of the key. */
export interface StructureFinding {
  readonly finding: Finding;
  readonly part: Part;
  readonly slot: Pointer;
}

/** Judges the OpenAPI document, and connector.yaml or else the properties, by their schemas. */
export function checkStructure({ openapi, manifestPart, properties }: Connector): StructureFinding[] {
  const ofDocument = problemsOf(openapi, 'openapi-2').filter((problem) => !isExcused(problem, openapi));
  const ofManifest = problemsOf(manifestPart, 'connector');
  const ofProperties = manifestPart === undefined ? problemsOf(properties, 'properties') : [];
  return [
    ...ofDocument.map((problem) => findingOf(problem, 'openapi', documentCode(problem))),
    ...ofManifest.map((problem) => findingOf(problem, 'manifest', 'metadata/connector-file-not-valid')),
    ...ofProperties.map((problem) => findingOf(problem, 'properties', propertiesCode(problem))),
  ];
}

function problemsOf(part: TreePart | undefined, schema: SchemaName): readonly SchemaProblem[] {
  return part === undefined ? [] : validateAgainst(schema, part.value);
}

/** An agent protocol describes its own answers, so its operation needs no responses. */
function isExcused({ keyword, property, pointer }: SchemaProblem, openapi: TreePart | undefined): boolean {
  const isAboutResponses = keyword === 'required' && property === 'responses' && tokensOf(pointer).length === 3;
  return isAboutResponses && member(valueAt(openapi?.value, pointer), 'x-ms-agentic-protocol') !== undefined;
}

function findingOf(problem: SchemaProblem, part: StructurePart, code: KnownRuleCode): StructureFinding {
  const { pointer, key, property } = problem;
  const at = key === true ? { part, pointer, key } : { part, pointer };
  const slot = property === undefined ? pointer : child(pointer, property);
  const words = { ...describeProblem(problem), ...BETTER_WORDS[part](problem) };
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

/** What makers are shown does not decide whether a connector works, and neither does a key that nobody reads. */
function propertiesCode({ keyword, pointer }: SchemaProblem): KnownRuleCode {
  if (tokensOf(pointer).includes('uiDefinition')) return 'auth/ui-definition';
  return keyword === 'additionalProperties' ? 'metadata/properties-key-unknown' : 'metadata/properties-not-valid';
}
