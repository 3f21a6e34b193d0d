import { isArray, member } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import { METADATA_KEY, METADATA_NAMES, metadataEntriesOf, type MetadataName } from '../facts/connector-metadata.ts';
import { inOpenApi, type Rule } from '../rule.ts';

const EXAMPLES: Readonly<Record<MetadataName, string>> = {
  Website: 'https://example.com',
  'Privacy policy': 'https://example.com/privacy',
  Categories: 'Data;Productivity',
};

export const connectorPropertiesMissing: Rule = {
  code: 'metadata/connector-properties-missing',
  document: (document) => {
    const metadata = member(document, METADATA_KEY);
    const example = 'a list of {propertyName, propertyValue} for "Website", "Privacy policy" and "Categories"';
    if (metadata === undefined) {
      return [{ at: inOpenApi(''), message: `The document has no "${METADATA_KEY}"`, hint: `Add ${example}` }];
    }
    const at = inOpenApi(pointerTo(METADATA_KEY));
    if (!isArray(metadata)) return [{ at, message: `"${METADATA_KEY}" is no list`, hint: `Make it ${example}` }];
    const given = metadataEntriesOf(document).filter(({ value }) => typeof value === 'string' && value.trim() !== '');
    return METADATA_NAMES.filter((name) => given.every(({ means }) => means !== name)).map((name) => {
      const hint = `Add {"propertyName": "${name}", "propertyValue": "${EXAMPLES[name]}"}`;
      return { at, message: `"${METADATA_KEY}" has no "${name}"`, hint };
    });
  },
};
