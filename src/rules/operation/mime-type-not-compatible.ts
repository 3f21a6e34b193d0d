import { member, objectMember } from '../../domain/json.ts';
import type { Operation, Parameter } from '../../domain/operation.ts';
import { consumesOf, FORM_TYPES } from '../facts/media-types.ts';
import { nameOf } from '../facts/operation-name.ts';
import { quote, quoteChoice } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

const [URL_ENCODED, MULTIPART] = FORM_TYPES;

export const mimeTypeNotCompatible: Rule = {
  code: 'operation/mime-type-not-compatible',
  operation: (operation, { document }) => {
    const sent = operation.parameters.filter(({ location }) => location === 'body' || location === 'formData');
    const types = sent.length === 0 ? [] : consumesOf(operation, document);
    if (types.length === 0) return undefined;
    const field = sent.find(({ location }) => location === 'formData');
    if (field !== undefined && !FORM_TYPES.some((type) => types.includes(type))) {
      return [problemOf(operation, field, `sends a form as ${quoteChoice(types)}`, `Use ${quoteChoice(FORM_TYPES)}`)];
    }
    // One type that can carry bytes is enough.
    if (types.some((type) => type !== URL_ENCODED)) return undefined;
    const binary = sent.find(isBinary);
    if (binary === undefined) return undefined;
    const what = `sends bytes, ${quote(binary.name)}, as ${quote(URL_ENCODED)}`;
    return [problemOf(operation, binary, what, `Use ${quote(MULTIPART)}, or "format": "byte" for base64`)];
  },
};

function isBinary({ value }: Parameter): boolean {
  return [value, objectMember(value, 'schema')].some(
    (schema) => member(schema, 'type') === 'file' || member(schema, 'format') === 'binary',
  );
}

function problemOf(operation: Operation, parameter: Parameter, what: string, hint: string): Problem {
  return { at: inOpenApi(parameter.pointer), message: `${nameOf(operation)} ${what}`, hint };
}
