import { isObject, type JsonObject } from '../../src/domain/json.ts';
import type { Draft } from './draft.ts';

/** Puts another connector beside this one, which has some keys of its document from it. */
export function twinOf(draft: Draft, ...shared: readonly string[]): void {
  const { value } = draft.doc;
  const own = Object.entries(isObject(value) ? value : {}).filter(([key]) => shared.includes(key));
  const document = { ...TWIN, ...Object.fromEntries(own) };
  draft.put('connectors/twin/apiDefinition.swagger.json', JSON.stringify(document));
  draft.put('connectors/twin/apiProperties.json', JSON.stringify({ properties: { iconBrandColor: '#0a7d55' } }));
}

const TWIN: JsonObject = {
  swagger: '2.0',
  info: { title: 'Fault twin', description: 'The twin', version: '1.0' },
  host: 'twin.example',
  paths: {},
};
