// Judges `export --layout arm` by Microsoft's own description of the resource, on a folder of connectors:
//   node scripts/check-arm.ts <logicAppsManagementClient.json> <folder> [--sample 20]
// Each template is evaluated as Resource Manager would, with made-up values for its parameters; what it deploys has to be valid, and its
// OpenAPI document the connector's own, whatever brackets stand in it.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { Ajv, type ValidateFunction } from 'ajv';
import { armLayout } from '../src/app/export/arm-layout.ts';
import { findExportables, type Exportable } from '../src/app/export/exportable.ts';
import { TemplateEvaluation } from '../src/convert/arm-evaluate.ts';
import { Failure } from '../src/domain/failure.ts';
import {
  arrayMember,
  isObject,
  member,
  objectMember,
  stringMember,
  type Json,
  type JsonObject,
} from '../src/domain/json.ts';

/** Both sides of their `allOf` say `additionalProperties: false`, so that nothing at all would be valid. */
const CLOSED_TWICE = [
  'CustomApiDefinition',
  'ResourceDefinition',
  'CustomApiReference',
  'ApiReference',
  'ResourceReference',
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { sample: { type: 'string' } } });
const [spec, folder] = positionals;
if (spec === undefined || folder === undefined) {
  console.error(
    'Usage: node scripts/check-arm.ts <logicAppsManagementClient.json> <folder of connectors> [--sample N]',
  );
  process.exit(2);
}

const validate = validatorOf(spec);
const all = findExportables(folder, ['.']);
const chosen = sampleOf(all, values.sample === undefined ? all.length : Number(values.sample));
const counts = { valid: 0, wrong: 0, refused: 0, losses: new Map<string, number>() };
for (const exportable of chosen) check(exportable);
console.log(`${chosen.length} connectors: ${counts.valid} valid, ${counts.wrong} wrong, ${counts.refused} refused`);
for (const [construct, count] of [...counts.losses].sort(([, one], [, two]) => two - one))
  console.log(`  ${count} x ${construct}`);
process.exitCode = counts.wrong > 0 ? 1 : 0;

function validatorOf(path: string): ValidateFunction {
  const { definitions } = JSON.parse(readFileSync(path, 'utf8')) as {
    definitions: Record<string, Record<string, unknown>>;
  };
  for (const name of CLOSED_TWICE) delete definitions[name]?.['additionalProperties'];
  return new Ajv({ strict: false, allErrors: true }).compile({
    $ref: '#/definitions/CustomApiDefinition',
    definitions,
  });
}

/** Spread over all of them, and the same each time. */
function sampleOf(from: readonly Exportable[], wanted: number): readonly Exportable[] {
  if (wanted >= from.length) return from;
  return Array.from({ length: wanted }, (_, index) => from[Math.floor((index * from.length) / wanted)]).filter(
    (one) => one !== undefined,
  );
}

function check(exportable: Exportable): void {
  const problems = problemsOf(exportable);
  if (problems === undefined) return;
  if (problems.length === 0) counts.valid += 1;
  else counts.wrong += 1;
  for (const problem of problems) console.log(`${exportable.shown}: ${problem}`);
}

function problemsOf(exportable: Exportable): string[] | undefined {
  try {
    const { files, losses } = armLayout(exportable);
    for (const { construct } of losses) counts.losses.set(construct, (counts.losses.get(construct) ?? 0) + 1);
    const resource = deployed(parsed(files.get('azuredeploy.json')), parsed(files.get('azuredeploy.parameters.json')));
    const isValid = validate(resource);
    const found = isValid
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
    const swagger = member(member(resource, 'properties'), 'swagger');
    return isDeepStrictEqual(swagger, exportable.connector.openapi?.value)
      ? found
      : [...found, 'another OpenAPI document arrives'];
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    console.log(`${exportable.shown}: ${cause.message}`);
    counts.refused += 1;
    return undefined;
  }
}

function parsed(bytes: Uint8Array | undefined): JsonObject {
  const value = JSON.parse(Buffer.from(bytes ?? []).toString()) as Json;
  return isObject(value) ? value : {};
}

/** The resource that Resource Manager would send on. */
function deployed(template: JsonObject, parametersFile: JsonObject): Json {
  const given = objectMember(parametersFile, 'parameters');
  const evaluation = new TemplateEvaluation(template, (name) =>
    name === 'location' ? 'westeurope' : (stringMember(member(given, name), 'value') ?? undefined),
  );
  const resource = evaluation.evaluate(arrayMember(template, 'resources')?.[0] ?? {}, '/resources/0');
  if (evaluation.unresolved.length > 0) throw new Error(`unresolved: ${JSON.stringify(evaluation.unresolved)}`);
  const { apiVersion, ...body } = isObject(resource) ? resource : {};
  if (apiVersion !== '2016-06-01') throw new Error('another version of the type');
  return body;
}
