import { entriesOf, isObject, member, objectMember, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { MAX_DEPTH, shapeOf } from '../domain/json-shape.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { isSecure, TemplateEvaluation } from './arm-evaluate.ts';
import { withoutMisplacedSecrets } from './arm-misplaced-secrets.ts';
import { textLength } from './arm-text-length.ts';
import { isTemplate, type FoundResource } from './arm-resources.ts';

/** Something of a resource that a connector has no place for, or that the document does not say. */
export interface ArmImportLoss {
  readonly pointer: Pointer;
  readonly construct: string;
  readonly message: string;
  readonly hint?: string;
}

/** A secure parameter of a template, and the reference that stands for it in the connector. */
export interface SecureParameter {
  readonly parameter: string;
  readonly secretRef: string;
  /** Its default is nowhere in the connector. */
  readonly hasDefault: boolean;
}

export interface ConnectorFromArm {
  /** Name of the resource, where the document says it. */
  readonly name: string | undefined;
  /** Region of the resource, where the document says it. */
  readonly location: string | undefined;
  /** The OpenAPI document, with title and description as the resource shows them. */
  readonly openapi: JsonObject;
  /** Published properties. */
  readonly properties: JsonObject;
  readonly iconUri: string | undefined;
  /** Where the service is, when the resource says another address than the OpenAPI document. */
  readonly serviceUrl: string | undefined;
  /** In the order in which the resource names them. */
  readonly secureParameters: readonly SecureParameter[];
  readonly losses: readonly ArmImportLoss[];
}

/** Why a resource is no connector that could be read. */
export interface NoConnector {
  readonly why: string;
  readonly hint?: string;
}

const MOST_NODES = 1_000_000;
/** As many as a file may have that is read. */
const MOST_CHARACTERS = 64 * 1024 * 1024;

/**
 * A connector from a resource of type Microsoft.Web/customApis. In a template, expressions are evaluated as far as it says their values;
 * secure parameters become references to secrets (`secretNameOf`), and everything else that is not known is left out and told.
 */
export function connectorFromArm(
  document: Json,
  { value, pointer, isNested }: FoundResource,
  secretNameOf: (parameter: string) => string,
): ConnectorFromArm | NoConnector {
  if (isNested) return nestedWhy(pointer);
  const secrets = new Map<Json, SecureParameter>();
  const evaluation = new TemplateEvaluation(isObject(document) ? document : {}, (name, declaration) => {
    if (!isSecure(declaration)) return undefined;
    const reference = { secretRef: secretNameOf(name) };
    const hasDefault = !isEmpty(member(declaration, 'defaultValue') ?? null);
    secrets.set(reference, { parameter: name, ...reference, hasDefault });
    return reference;
  });
  const evaluated = isTemplate(document) && pointer !== '' ? (evaluation.evaluate(value, pointer) ?? {}) : value;
  const { nodes, depth, reservedKey } = shapeOf(evaluated, MOST_NODES);
  if (nodes > MOST_NODES || depth > MAX_DEPTH || reservedKey || textLength(evaluated) > MOST_CHARACTERS)
    return { why: 'its expressions make more than a connector holds' };
  const { value: resource, misplaced, placed } = withoutMisplacedSecrets(evaluated, new Set(secrets.keys()));
  const properties = objectMember(resource, 'properties') ?? {};
  const swagger = objectMember(properties, 'swagger');
  if (swagger === undefined) return whyNoDefinition(properties, member(member(value, 'properties'), 'swagger'));
  const at = child(pointer, 'properties');
  return {
    name: stringMember(resource, 'name'),
    location: stringMember(resource, 'location'),
    openapi: shownAs(swagger, properties),
    properties: publishedProperties(properties),
    iconUri: stringMember(properties, 'iconUri'),
    serviceUrl: stringMember(member(properties, 'backendService'), 'serviceUrl'),
    secureParameters: [...placed].flatMap((reference) => secrets.get(reference) ?? []),
    losses: [
      ...unresolvedLosses(evaluation, pointer),
      ...misplaced.map((place) => misplacedLoss(`${pointer}${place}`)),
      ...plainLosses(resource, pointer),
      ...propertyLosses(properties, at),
    ],
  };
}

function nestedWhy(pointer: Pointer): NoConnector {
  const template = pointer.replace(/\/resources\/[^/]*$/, '');
  return {
    why: `it is in the nested template at ${template.slice(0, 200)}`,
    hint: 'Save that template in a file of its own, and give it that file',
  };
}

/** `written`: what the document has for it, which no value could be made of. */
function whyNoDefinition(properties: JsonObject, written: Json | undefined): NoConnector {
  if (typeof written === 'string') {
    const hint = 'Put the OpenAPI document itself, an object, into the file as "properties.swagger", and try again';
    return { why: `its OpenAPI document is the text "${written.slice(0, 80)}"`, hint };
  }
  const urls = objectMember(properties, 'apiDefinitions');
  const url = stringMember(urls, 'originalSwaggerUrl') ?? stringMember(urls, 'modifiedSwaggerUrl');
  if (/^soap$/i.test(stringMember(properties, 'apiType') ?? '')) {
    return { why: 'it is a SOAP connector, which has no OpenAPI document' };
  }
  if (url === undefined) return { why: 'it has no "properties.swagger"' };
  const hint = 'Download that document, put it into the file as "properties.swagger", and try again';
  return { why: `its OpenAPI document is at "${url.slice(0, 200)}", and nothing is fetched`, hint };
}

/** What the resource shows counts before what the document says. */
function shownAs(swagger: JsonObject, properties: JsonObject): JsonObject {
  const info = objectMember(swagger, 'info');
  const title = stringMember(properties, 'displayName') ?? '';
  const description = stringMember(properties, 'description') ?? '';
  const shown = {
    ...(title === '' || title === stringMember(info, 'title') ? {} : { title }),
    ...(description === '' || description === stringMember(info, 'description') ? {} : { description }),
  };
  return Object.keys(shown).length === 0 ? swagger : { ...swagger, info: { ...info, ...shown } };
}

const NAMES: readonly (readonly [arm: string, published: string])[] = [
  ['connectionParameters', 'connectionParameters'],
  ['brandColor', 'iconBrandColor'],
  ['capabilities', 'capabilities'],
];

function publishedProperties(properties: JsonObject): JsonObject {
  return Object.fromEntries(
    NAMES.flatMap(([arm, published]): [string, Json][] => {
      const value = member(properties, arm);
      return value === undefined || value === null ? [] : [[published, value]];
    }),
  );
}

/** What says where the resource goes and when is no loss. */
const OF_DEPLOYMENT = /^\/(?:location|name|dependsOn|tags)(?:\/|$)/;

function unresolvedLosses({ unresolved }: TemplateEvaluation, resource: Pointer): ArmImportLoss[] {
  return unresolved
    .filter(({ pointer }) => !OF_DEPLOYMENT.test(pointer.slice(resource.length)))
    .map(({ pointer, expression }) => ({
      pointer,
      construct: 'expression',
      message: `${expression.slice(0, 120)} is left out: only a deployment knows its value`,
      hint: 'Write the value into connector.yaml or the OpenAPI document',
    }));
}

function misplacedLoss(pointer: Pointer): ArmImportLoss {
  return {
    pointer,
    construct: 'securestring',
    message: 'A secure parameter is left out: only connection parameters of a connector refer to secrets',
    hint: 'Write a value that is no secret into connector.yaml or the OpenAPI document',
  };
}

const READ: ReadonlySet<string> = new Set(['type', 'apiVersion', 'name', 'id', 'properties', 'location', 'etag']);
const COMMANDS: ReadonlySet<string> = new Set(['dependsOn', 'comments', 'metadata', 'condition', 'copy', 'scale']);

function plainLosses(resource: Json, pointer: Pointer): ArmImportLoss[] {
  return entriesOf(resource).flatMap(([key, value]): ArmImportLoss[] => {
    if (READ.has(key) || isEmpty(value)) return [];
    const what = COMMANDS.has(key) ? 'it is about the deployment' : 'a connector has no place for it';
    return [{ pointer: child(pointer, key), construct: key, message: `"${key}" is left out: ${what}` }];
  });
}

/** Carried, or said by the service itself. */
const CARRIED =
  /^(?:swagger|displayName|description|iconUri|brandColor|capabilities|connectionParameters|backendService|apiType|runtimeUrls|apiDefinitions|provisioningState|metadata)$/;

function propertyLosses(properties: JsonObject, at: Pointer): ArmImportLoss[] {
  return entriesOf(properties).flatMap(([key, value]): ArmImportLoss[] =>
    CARRIED.test(key) || isEmpty(value)
      ? []
      : [{ pointer: child(at, key), construct: key, message: `"${key}" is left out: a connector has no place for it` }],
  );
}

function isEmpty(value: Json): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}
