import { objectMember, stringMember, type JsonObject } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import { statusOf } from '../facts/annotations.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const productionOnBetaService: Rule = {
  code: 'version/production-on-beta-service',
  document: (document) => {
    if (statusOf(objectMember(document, 'info')) !== 'Production') return undefined;
    const beta = betaIn(document, 'host') ?? betaIn(document, 'basePath');
    if (beta === undefined) return undefined;
    return [
      {
        at: inOpenApi('/info/x-ms-api-annotation/status'),
        message: `The connector is in Production and calls a service that is not, as ${quote(beta.word)} in ${quote(beta.text)} says`,
        hint: 'Write "Preview" until the service is released',
        related: [{ at: inOpenApi(pointerTo(beta.key)), message: 'The service' }],
      },
    ];
  },
};

/** A part of the address, between its separators, by which a service says that it is not finished. */
function betaIn(
  document: JsonObject,
  key: 'host' | 'basePath',
): { word: string; text: string; key: string } | undefined {
  const text = stringMember(document, key) ?? '';
  const word = text.split(/[./_-]/).find((part) => /^(?:alpha|beta|preview)\d*$/i.test(part));
  return word === undefined ? undefined : { word, text, key };
}
