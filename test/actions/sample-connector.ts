import { readFileSync } from 'node:fs';
import type { Files } from './repository.ts';

export const TENANT = '11111111-1111-4111-8111-111111111111';
export const SUBSCRIPTION = '22222222-2222-4222-8222-222222222222';
export const SCOPE = `${TENANT}/${SUBSCRIPTION}/westeurope`;

const CONNECTOR = `publisher: Contoso
stackOwner: Contoso
iconBrandColor: "#0a7d55"
capabilities: [actions]
connection:
  parameters:
    api_key:
      type: securestring
      displayName: API key
      required: true
`;

export const OPENAPI = `swagger: "2.0"
info:
  title: Weather
  description: The weather of a place, now and tomorrow, for reports and alerts.
  version: "1.0"
  contact: {name: Contoso, url: https://contoso.example, email: a@contoso.example}
host: api.contoso.example
basePath: /
schemes: [https]
consumes: [application/json]
produces: [application/json]
securityDefinitions:
  api_key: {type: apiKey, in: header, name: X-Key}
security:
  - api_key: []
paths:
  /now:
    get:
      operationId: GetNow
      summary: Get the weather now
      description: Gets the weather of a place as it is now.
      parameters:
        - {name: place, in: query, required: true, type: string, x-ms-summary: Place, description: Name of the place.}
      responses:
        "200":
          description: The weather.
          schema:
            type: object
            properties:
              degrees: {type: number, x-ms-summary: Degrees, description: Degrees Celsius.}
`;

/** One more action. */
export const TOMORROW = `  /tomorrow:
    get:
      operationId: GetTomorrow
      summary: Get the weather of tomorrow
      description: Gets what the weather of a place will be tomorrow.
      parameters:
        - {name: place, in: query, required: true, type: string, x-ms-summary: Place, description: Name of the place.}
      responses:
        "200":
          description: The weather.
          schema:
            type: object
            properties:
              degrees: {type: number, x-ms-summary: Degrees, description: Degrees Celsius.}
`;

/** A connector folder without a finding in the base profile. */
export function connectorFiles(name: string, openapi = OPENAPI): Files {
  const folder = `connectors/${name}`;
  return {
    [`${folder}/connector.yaml`]: CONNECTOR,
    [`${folder}/openapi.yaml`]: openapi,
    [`${folder}/README.md`]: '# Weather\n',
    [`${folder}/icon.png`]: readFileSync('connectors/frankfurter/icon.png'),
  };
}

export function registryFile(registry: string): string {
  return `version: 1
targets:
  - name: production
    tenant: ${TENANT}
    subscription: ${SUBSCRIPTION}
    region: westeurope
    registry: ${registry}
    connectors: ["*"]
    stage: registered
owners:
  - connectors: "*"
    github: ["583231"]
`;
}
