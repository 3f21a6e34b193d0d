import { child } from '../../domain/pointer.ts';
import { METADATA_NAMES, metadataEntriesOf } from '../facts/connector-metadata.ts';
import { nearest } from '../did-you-mean.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const connectorPropertyName: Rule = {
  code: 'metadata/connector-property-name',
  document: (document) =>
    metadataEntriesOf(document).flatMap(({ name, means, pointer }) => {
      const meant = means ?? nearest(name, METADATA_NAMES);
      if (meant === undefined || meant === name) return [];
      const message = `Metadata property ${quote(name)} is spelled ${quote(meant)} by the platform`;
      return [{ at: inOpenApi(child(pointer, 'propertyName')), message, hint: `Write ${quote(meant)}` }];
    }),
};
