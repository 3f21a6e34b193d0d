import { encodeRevision } from '../../src/digest/revision-bytes.ts';
import { digestOf } from '../../src/digest/revision-digest.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import type { RevisionContent } from '../../src/domain/revision.ts';

export interface Sample {
  readonly content: RevisionContent;
  readonly digest: Digest;
  readonly bytes: Uint8Array;
}

// The smallest PNG there is: one transparent pixel.
export const ICON = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A connector that breaks no rule. `mark` makes its content, and so its digest, different. */
export function sample(title = 'Weather', mark = '1.0', change: Partial<RevisionContent> = {}): Sample {
  const content: RevisionContent = {
    openapi: openapi(title, mark),
    properties: PROPERTIES,
    readme: '# Weather\n',
    ...change,
  };
  return { content, digest: digestOf(content), bytes: encodeRevision(content, undefined) };
}

const PROPERTIES: JsonObject = {
  connectionParameters: {
    api_key: {
      type: 'securestring',
      uiDefinition: {
        displayName: 'API key',
        description: 'The API key of your account.',
        tooltip: 'Provide your API key',
        constraints: { tabIndex: 2, clearText: false, required: 'true' },
      },
    },
  },
  iconBrandColor: '#0a7d55',
  capabilities: [],
  publisher: 'Contoso',
  stackOwner: 'Contoso',
};

function openapi(title: string, version: string): JsonObject {
  return {
    swagger: '2.0',
    info: {
      title,
      description: `${title} tells what the sky does, hour by hour, for a place that you name.`,
      version,
      contact: { name: 'Contoso', url: 'https://contoso.example/support', email: 'support@contoso.example' },
    },
    host: 'api.contoso.example',
    basePath: '/v1',
    schemes: ['https'],
    consumes: ['application/json'],
    produces: ['application/json'],
    paths: {
      '/forecast': {
        get: {
          operationId: 'GetForecast',
          summary: 'Get the forecast',
          description: 'Gives the forecast of a place.',
          parameters: [
            {
              name: 'place',
              in: 'query',
              required: true,
              type: 'string',
              description: 'Name of the place.',
              'x-ms-summary': 'Place',
            },
          ],
          responses: {
            '200': {
              description: 'The forecast.',
              schema: {
                type: 'object',
                properties: { sky: { type: 'string', description: 'What the sky does.', 'x-ms-summary': 'Sky' } },
              },
            },
          },
        },
      },
    },
    securityDefinitions: { api_key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } },
    security: [{ api_key: [] }],
    'x-ms-connector-metadata': [
      { propertyName: 'Website', propertyValue: 'https://contoso.example' },
      { propertyName: 'Privacy policy', propertyValue: 'https://contoso.example/privacy' },
      { propertyName: 'Categories', propertyValue: 'Data' },
    ],
  };
}
