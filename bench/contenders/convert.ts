// Converts one document as the command line does: reads the file, parses it, converts it, writes OpenAPI 2.0 and the report.
import { readFileSync, writeSync } from 'node:fs';
import { convertOpenApi3 } from '../../src/convert/openapi-3-to-2.ts';
import { isObject } from '../../src/domain/json.ts';
import { parseJson } from '../../src/load/parse-json.ts';
import { parseYaml } from '../../src/load/parse-yaml.ts';

const [file = ''] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const { value } = file.endsWith('.json') ? parseJson(file, text) : parseYaml(file, text);
if (!isObject(value)) throw new Error(`"${file}" holds no object`);
const { document, losses, refused } = convertOpenApi3(value);
if (refused.length > 0) throw new Error(`"${file}" is refused: ${refused[0]?.message}`);
writeSync(1, JSON.stringify(document, null, 2));
writeSync(2, losses.map(({ pointer, message }) => `${pointer} ${message}\n`).join(''));
