import { member, objectMember } from '../../domain/json.ts';
import { inOpenApi, type Rule } from '../rule.ts';

const KEY = 'x-ms-api-annotation';

export const connectorStatus: Rule = {
  code: 'metadata/connector-status',
  document: (document) => {
    const about = objectMember(document, 'info');
    if (about === undefined || member(objectMember(about, KEY), 'status') !== undefined) return undefined;
    const message = 'The connector does not say whether it is in preview, so it is taken to be';
    return [
      { at: inOpenApi('/info'), message, hint: `Add "${KEY}": {"status": "Preview"} to "info", or "Production"` },
    ];
  },
};
