import { arrayMember, objectMember, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import type { RevisionContent } from '../domain/revision.ts';
import { connectionParameters } from './arm-connection-parameters.ts';
import { literalText, literalValue } from './arm-expressions.ts';
import { losePlainProperties, losesInDocument, type ArmLoss, type Lose } from './arm-losses.ts';
import { literalDefault, TemplateParameters } from './arm-parameters.ts';

export interface ArmOptions {
  /** Name of the resource, unless whoever deploys gives another. */
  readonly name: string;
  /** Azure's name of a region; that of the resource group without it. */
  readonly location?: string;
}

/** What becomes a resource: the published content, with the icon as the URI it goes by. */
export interface ArmSource extends Pick<RevisionContent, 'openapi' | 'properties'> {
  readonly iconUri: string | undefined;
}

export interface ArmTemplate {
  readonly template: JsonObject;
  /** The file with values for the template's parameters, with placeholders where somebody has to decide. */
  readonly parametersFile: JsonObject;
  readonly losses: readonly ArmLoss[];
}

export const CUSTOM_APIS = 'Microsoft.Web/customApis';
/** The only published version of the type. */
const API_VERSION = '2016-06-01';
const SCHEMAS = 'https://schema.management.azure.com/schemas/2019-04-01';

/**
 * A template of Azure Resource Manager that makes a connector a custom connector of Logic Apps (`Microsoft.Web/customApis`, 2016-06-01).
 * Nothing that the connector says is evaluated as an expression. Facts: logicAppsManagementClient.json in Azure/azure-rest-api-specs.
 */
export function armTemplate(source: ArmSource, { name, location }: ArmOptions): ArmTemplate {
  const losses: ArmLoss[] = [];
  const lose: Lose = (pointer, construct, message, hint) =>
    losses.push({ part: 'properties', pointer, construct, message, ...(hint === undefined ? {} : { hint }) });
  const parameters = new TemplateParameters();
  const resource = {
    type: CUSTOM_APIS,
    apiVersion: API_VERSION,
    name: nameParameter(parameters, name),
    location: locationParameter(parameters, location),
    properties: resourceProperties(source, parameters, lose),
  };
  losses.push(...losesInDocument(source.openapi));
  const template = {
    $schema: `${SCHEMAS}/deploymentTemplate.json#`,
    contentVersion: '1.0.0.0',
    parameters: parameters.declared(),
    resources: [resource],
    outputs: {
      id: { type: 'string', value: `[resourceId('${CUSTOM_APIS}', parameters('name'))]` },
      name: { type: 'string', value: "[parameters('name')]" },
    },
  };
  const parametersFile = {
    $schema: `${SCHEMAS}/deploymentParameters.json#`,
    contentVersion: '1.0.0.0',
    parameters: parameters.values(),
  };
  return { template, parametersFile, losses };
}

function nameParameter(parameters: TemplateParameters, name: string): string {
  const description = 'Name of the custom connector in its resource group.';
  return parameters.add({ name: 'name', type: 'string', description, ...literalDefault(name), placeholder: name });
}

function locationParameter(parameters: TemplateParameters, location: string | undefined): string {
  const description = 'Region of the connector: that of the logic apps which use it.';
  const start = location === undefined ? { defaultValue: '[resourceGroup().location]' } : literalDefault(location);
  return parameters.add({ name: 'location', type: 'string', description, ...start, placeholder: location });
}

function resourceProperties(
  { openapi, properties, iconUri }: ArmSource,
  parameters: TemplateParameters,
  lose: Lose,
): JsonObject {
  const info = objectMember(openapi, 'info');
  const brandColor = stringMember(properties, 'iconBrandColor');
  const capabilities = arrayMember(properties, 'capabilities')?.filter((one) => typeof one === 'string') ?? [];
  losePlainProperties(properties, lose);
  return {
    apiType: 'Rest',
    displayName: literalText(stringMember(info, 'title') ?? ''),
    description: literalText(stringMember(info, 'description') ?? ''),
    ...(iconUri === undefined ? {} : { iconUri }),
    ...(brandColor === undefined ? {} : { brandColor: literalText(brandColor) }),
    capabilities: capabilities.map(literalText),
    backendService: { serviceUrl: serviceUrlParameter(openapi, parameters) },
    connectionParameters: connectionParameters(properties, { parameters, lose }),
    swagger: literalValue(openapi),
  };
}

/** Deployments fail without `backendService`; each environment may have its own. */
function serviceUrlParameter(openapi: JsonObject, parameters: TemplateParameters): string {
  const url = backendUrlOf(openapi);
  return parameters.add({
    name: 'serviceUrl',
    type: 'string',
    description: 'Address of the service that the connector calls.',
    ...(url === undefined
      ? { placeholder: 'https://<host of the service>' }
      : { ...literalDefault(url), placeholder: url }),
  });
}

/** As `paconn` builds it: the first scheme, host and base path. undefined when the document names no host. */
export function backendUrlOf(openapi: JsonObject): string | undefined {
  const host = stringMember(openapi, 'host') ?? '';
  if (host === '' || /@environmentVariables\(/i.test(host)) return undefined;
  const [scheme] = arrayMember(openapi, 'schemes') ?? [];
  return `${schemeOf(scheme)}://${host}${stringMember(openapi, 'basePath') ?? ''}`;
}

function schemeOf(scheme: Json | undefined): string {
  return scheme === 'http' ? 'http' : 'https';
}
