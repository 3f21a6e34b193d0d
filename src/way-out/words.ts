/** Keys of OpenAPI documents that several parts of this room look at. */
export const ANNOTATION = 'x-ms-api-annotation';
export const VISIBILITY = 'x-ms-visibility';
export const NOTIFICATION = 'x-ms-notification-content';

export const VERB_KEYS: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
]);
