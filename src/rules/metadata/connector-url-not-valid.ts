import { child } from '../../domain/pointer.ts';
import { metadataEntriesOf } from '../facts/connector-metadata.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const connectorUrlNotValid: Rule = {
  code: 'metadata/connector-url-not-valid',
  document: (document) =>
    metadataEntriesOf(document).flatMap(({ means, value, pointer }) => {
      const isUrl = means === 'Website' || means === 'Privacy policy';
      if (!isUrl || typeof value !== 'string' || value.trim() === '' || isHttps(value.trim())) return [];
      const message = `${means} ${quote(value)} is not an address that begins with "https://"`;
      return [
        {
          at: inOpenApi(child(pointer, 'propertyValue')),
          message,
          hint: 'Write the whole address of the page',
          identity: means,
        },
      ];
    }),
};

function isHttps(text: string): boolean {
  return /^https:\/\/\S+$/i.test(text) && URL.canParse(text);
}
