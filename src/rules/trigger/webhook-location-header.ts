import { entriesOf, member, type JsonObject } from '../../domain/json.ts';
import { resolveReference, type Operation } from '../../domain/operation.ts';
import { child } from '../../domain/pointer.ts';
import { nameOf } from '../facts/operation-name.ts';
import { isWebhook } from '../facts/trigger-kinds.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const webhookLocationHeader: Rule = {
  code: 'trigger/webhook-location-header',
  operation: (operation, { document }) => {
    if (document === undefined || !isWebhook(operation, document) || saysLocation(operation, document))
      return undefined;
    const message = `${nameOf(operation)} does not declare the header "Location", which says where to unsubscribe`;
    const hint = 'Let the service answer 201 with it, and declare it under "headers" of that answer';
    return [{ at: keyInOpenApi(child(operation.pointer, 'responses')), message, hint }];
  },
};

function saysLocation({ value }: Operation, document: JsonObject): boolean {
  return entriesOf(member(value, 'responses')).some(([, response]) =>
    entriesOf(member(resolveReference(document, response, '').value, 'headers')).some(
      ([name]) => name.toLowerCase() === 'location',
    ),
  );
}
