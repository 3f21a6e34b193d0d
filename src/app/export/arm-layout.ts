import { gzipSync } from 'node:zlib';
import type { ArmLoss } from '../../convert/arm-losses.ts';
import { armTemplate, type ArmSource, type ArmTemplate } from '../../convert/arm-template.ts';
import { MOST_PARAMETERS } from '../../convert/arm-parameters.ts';
import type { Loss } from '../../convert/openapi-3-to-2.ts';
import type { Connector } from '../../domain/connector.ts';
import { Failure } from '../../domain/failure.ts';
import { arrayMember, type JsonObject } from '../../domain/json.ts';
import { canonicalProperties } from '../../digest/canonical-properties.ts';
import { conversionLosses, linkLosses, repositoryLosses } from './left-in-folder.ts';
import { iconUriOf } from './icon-uri.ts';
import type { Exportable } from './exportable.ts';
import type { Exported } from './exported.ts';
import { partsToExport } from './parts-to-export.ts';

/** Resource Manager refuses larger templates, and larger resources in them, after it has compressed them. */
const MOST_TEMPLATE_BYTES = 4 * 1024 * 1024;
const MOST_RESOURCE_BYTES = 1024 * 1024;

export interface ArmLayoutOptions {
  /** Name of the resource; the connector's without it. */
  readonly name?: string;
  readonly location?: string;
}

/**
 * A template that `az deployment group create` takes, and a file with values for its parameters.
 * @throws Failure (`usage`) for a connector that cannot be read, (`refused`) for one that Resource Manager would not take.
 */
export function armLayout(exportable: Exportable, options: ArmLayoutOptions = {}): Exported {
  const { connector } = exportable;
  const { openapi, properties } = partsToExport(exportable);
  const source: ArmSource = {
    openapi: openapi.value,
    properties: canonicalProperties(properties.value),
    iconUri: iconUriOf(connector.icon?.bytes),
  };
  const armOptions = { name: connector.id, ...options };
  const whole = armTemplate(source, armOptions);
  const iconLoss = isTooLarge(whole) && source.iconUri !== undefined ? [ICON_LOSS] : [];
  const made = iconLoss.length === 0 ? whole : armTemplate({ ...source, iconUri: undefined }, armOptions);
  refuseTooLarge(exportable, made);
  return {
    files: new Map([
      ['azuredeploy.json', written(made.template)],
      ['azuredeploy.parameters.json', written(made.parametersFile)],
    ]),
    losses: [
      ...conversionLosses(connector),
      ...made.losses.map(placedIn(connector)),
      ...filesLost(connector),
      ...linkLosses(connector, /^icon\.(?:png|jpe?g)$/i),
      ...repositoryLosses(connector),
      ...iconLoss,
    ],
  };
}

const ICON_LOSS: Loss = {
  pointer: '',
  construct: 'icon',
  message: 'The icon is left out: with it the resource is larger than the 1 MB that Resource Manager takes',
  hint: 'Put a smaller picture into the folder, or set it in the Azure portal',
};

function placedIn({ openapi, properties }: Connector): (loss: ArmLoss) => Loss {
  return ({ part, pointer, ...loss }) => {
    const place = (part === 'openapi' ? openapi : properties)?.placeOf(pointer);
    return { ...loss, pointer: place?.pointer ?? pointer, ...(place === undefined ? {} : { file: place.file }) };
  };
}

function filesLost({ script, readme, properties }: Connector): Loss[] {
  const named = arrayMember(properties?.value, 'scriptOperations') !== undefined;
  const lost = (file: string, construct: string, what: string, why: string): Loss => ({
    file,
    pointer: '',
    construct,
    message: `${what} left out: ${why}`,
  });
  return [
    ...(script === undefined || named
      ? []
      : [lost(script.file, 'script', 'The custom code is', 'Logic Apps runs none')]),
    ...(readme === undefined
      ? []
      : [lost(readme.file, 'readme', 'The readme is', 'the resource has no place for one')]),
  ];
}

function isTooLarge({ template }: ArmTemplate): boolean {
  return sizeOf(template) > MOST_TEMPLATE_BYTES || resourceSize(template) > MOST_RESOURCE_BYTES;
}

function refuseTooLarge({ shown }: Exportable, made: ArmTemplate): void {
  const { template } = made;
  const refuse = (why: string): Failure =>
    new Failure('refused', `"${shown}" makes no template that Resource Manager takes: ${why}`, {
      hint: 'Leave operations out of it, or split it into several connectors',
    });
  const parameters = Object.keys((template['parameters'] ?? {}) as JsonObject).length;
  if (parameters > MOST_PARAMETERS)
    throw refuse(`it has ${parameters} parameters, and ${MOST_PARAMETERS} are the most`);
  if (sizeOf(template) > MOST_TEMPLATE_BYTES) throw refuse(`it has ${sizeOf(template)} bytes, and 4 MB are the most`);
  if (resourceSize(template) <= MOST_RESOURCE_BYTES) return;
  throw refuse(`its resource has ${resourceSize(template)} bytes when it is compressed, and 1 MB is the most`);
}

function sizeOf(template: JsonObject): number {
  return Buffer.byteLength(JSON.stringify(template));
}

function resourceSize(template: JsonObject): number {
  return gzipSync(JSON.stringify(template['resources'])).length;
}

function written(value: JsonObject): Uint8Array {
  const pretty = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  return pretty.length <= MOST_TEMPLATE_BYTES ? pretty : Buffer.from(JSON.stringify(value));
}
