// Converts every OpenAPI 3 document below a folder: whether it is converted, whether the result is valid, what the report says, and
// whether anything is lost without a word.
// Usage: node bench/conversions.ts FOLDER      exits 1 when a result is not valid, or something disappears
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { convertOpenApi3 } from '../src/convert/openapi-3-to-2.ts';
import { isObject, stringMember } from '../src/domain/json.ts';
import { parseJson } from '../src/load/parse-json.ts';
import { parseYaml } from '../src/load/parse-yaml.ts';
import { silentlyLost } from '../test/convert/silently-lost.ts';

const [folder = '.'] = process.argv.slice(2);
const validator = new Validator();
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ya?ml|json)$/.test(name));
let documents = 0;
let wrong = 0;
for (const name of names.toSorted()) {
  const text = readFileSync(join(folder, name), 'utf8');
  const { value } = name.endsWith('.json') ? parseJson(name, text) : parseYaml(name, text);
  if (!isObject(value) || stringMember(value, 'openapi')?.startsWith('3') !== true) continue;
  documents += 1;
  const { document, losses, refused } = convertOpenApi3(value);
  const { errors } = await validator.validate(structuredClone(document));
  const silent = silentlyLost(value);
  if (errors !== undefined || silent.length > 0) wrong += 1;
  const outcome = refused.length > 0 ? `refused (${refused[0]?.message})` : 'converted';
  const verdict = errors === undefined ? 'valid' : 'NOT VALID';
  console.log(`${name}: ${outcome}, ${verdict}, ${losses.length} losses, ${silent.length} lost without a word`);
}
console.log(`${documents} documents, ${wrong} wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
