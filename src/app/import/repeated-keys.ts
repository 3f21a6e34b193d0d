import { parseJson } from '../../load/parse-json.ts';
import { parseYaml } from '../../load/parse-yaml.ts';
import type { Recognised } from '../recognise.ts';
import type { ImportLoss } from './draft.ts';

/** Keys that a source uses twice in one object: what the first ones hold is not imported, because parsers know the last only. */
export function repeatedKeys({ source, text, format }: Recognised): ImportLoss[] {
  const { findings } = format === 'json' ? parseJson(source, text) : parseYaml(source, text);
  return findings
    .filter(({ code }) => code === 'file/json-duplicate-keys' || code === 'file/yaml-duplicate-keys')
    .map(({ at, message }) => ({
      pointer: 'pointer' in at ? (at.pointer ?? '') : '',
      construct: 'repeated key',
      message: `${message}; what the last one holds is imported`,
      hint: 'Give one of the two another key, and import again',
    }));
}
