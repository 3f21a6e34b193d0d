import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifyInstance } from 'fastify';

/**
 * Bodies are taken as they are or refused: nothing is coerced, dropped or filled in, because a token may be bound to their bytes.
 * In a query everything is text, so there numbers are read out of it.
 */
export function validateInput(server: FastifyInstance): void {
  const strict = validator({ coerceTypes: false });
  const query = validator({ coerceTypes: true });
  server.setValidatorCompiler(({ schema, httpPart }) => (httpPart === 'querystring' ? query : strict).compile(schema));
  // Answers are written as they are; their schemas are documentation.
  server.setSerializerCompiler(() => (value) => JSON.stringify(value));
}

function validator(options: { readonly coerceTypes: boolean }): Ajv {
  const ajv = new Ajv({ ...options, strict: false, allErrors: false, removeAdditional: false, useDefaults: false });
  addFormats.default(ajv);
  return ajv;
}
