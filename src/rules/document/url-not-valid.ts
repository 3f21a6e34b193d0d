import { arrayMember, member, objectMember, type Json, type JsonObject } from '../../domain/json.ts';
import { child, pointerTo, type Pointer } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

export const urlNotValid: Rule = {
  code: 'document/url-not-valid',
  document: (document) => {
    const contact = objectMember(objectMember(document, 'info'), 'contact');
    const license = objectMember(objectMember(document, 'info'), 'license');
    return [
      ...problemsOf(contact, '/info/contact'),
      ...problemsOf(license, '/info/license'),
      ...problemsOfDocs(document, ''),
      ...(arrayMember(document, 'tags') ?? []).flatMap((tag, index) => problemsOfDocs(tag, pointerTo('tags', index))),
    ];
  },
  operation: (operation) => problemsOfDocs(operation.value, operation.pointer),
};

function problemsOfDocs(holder: Json, pointer: Pointer): Problem[] {
  return problemsOf(objectMember(holder, 'externalDocs'), child(pointer, 'externalDocs'));
}

function problemsOf(holder: JsonObject | undefined, pointer: Pointer): Problem[] {
  const url = member(holder, 'url');
  if (typeof url !== 'string' || isAbsolute(url)) return [];
  const hint = 'Write the whole address, for example "https://example.com/help"';
  return [{ at: inOpenApi(child(pointer, 'url')), message: `${quote(url)} is not an absolute URL`, hint }];
}

function isAbsolute(url: string): boolean {
  return URL.parse(url) !== null && /^[a-z][a-z0-9+.-]*:/i.test(url);
}
