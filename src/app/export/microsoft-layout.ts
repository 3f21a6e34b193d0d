import type { Loss } from '../../convert/openapi-3-to-2.ts';
import { standIn, withStandIns, type NamedSecret } from '../../convert/secret-references.ts';
import type { Connector, OpenApiPart, TreePart } from '../../domain/connector.ts';
import { apiPropertiesFromNative } from '../../convert/native.ts';
import { isObject, type JsonObject } from '../../domain/json.ts';
import { parseJson } from '../../load/parse-json.ts';
import type { Exportable } from './exportable.ts';
import type { Exported } from './exported.ts';
import { fileIn } from './file-in.ts';
import { conversionLosses, linkLosses, repositoryLosses } from './left-in-folder.ts';
import { jsonStyleOf, jsonText, type JsonStyle } from './json-style.ts';
import { partsToExport } from './parts-to-export.ts';
import { settingsFor } from './settings-for.ts';
import { strictText } from './strict-text.ts';

const DEFINITION = 'apiDefinition.swagger.json';
const PROPERTIES = 'apiProperties.json';
/** What is written beside the documents, as authors spell it. */
const BESIDE = /^(?:icon\.(?:png|jpe?g)|.*\.csx|script\.cs|(?:readme|intro)\.md|settings\.json)$/i;

/**
 * The folder that PowerPlatformConnectors and `paconn` have. A definition that is JSON already is written as it stands, so that numbers and
 * the order of keys are the author's to the byte; so are icon, custom code, readme and intro.
 */
export function microsoftLayout(exportable: Exportable): Exported {
  const { connector } = exportable;
  const { openapi, properties } = partsToExport(exportable);
  const authored = authoredDefinition(connector, openapi);
  // What has to be written anew is spaced like what has not.
  const style = jsonStyleOf(authored);
  const { text, losses } = propertiesText(connector, properties, style);
  const files = new Map<string, Uint8Array>([
    [DEFINITION, Buffer.from(authored ?? jsonText(openapi.value, style))],
    [PROPERTIES, Buffer.from(text)],
    ...filesBeside(exportable),
  ]);
  const settings = settingsFor(exportable, [...files.keys()]);
  if (settings !== undefined) files.set('settings.json', settings);
  return {
    files,
    losses: [
      ...conversionLosses(connector),
      ...losses,
      ...linkLosses(connector, BESIDE),
      ...repositoryLosses(connector),
    ],
  };
}

/** The text of a definition that is OpenAPI 2.0 in JSON. */
function authoredDefinition({ texts }: Connector, { file, convertedFrom }: OpenApiPart): string | undefined {
  return convertedFrom === undefined && file.endsWith('.json') ? strictText(texts.get(file)) : undefined;
}

function propertiesText(
  connector: Connector,
  part: TreePart,
  style: JsonStyle,
): { readonly text: string; readonly losses: readonly Loss[] } {
  const { value, secrets } = withStandIns(authoredProperties(connector, part));
  const isAuthored = connector.manifestPart === undefined && secrets.length === 0;
  const text = isAuthored ? strictText(connector.texts.get(part.file)) : undefined;
  return { text: text ?? jsonText(value, style), losses: secrets.map((secret) => secretLoss(part, secret)) };
}

/** The whole of apiProperties.json: also what stands beside its properties. */
function authoredProperties({ manifestPart, texts }: Connector, { file, value }: TreePart): JsonObject {
  if (manifestPart !== undefined) return apiPropertiesFromNative(manifestPart.value);
  const authored = parseJson(file, texts.get(file) ?? '').value;
  return isObject(authored) ? authored : { properties: value };
}

function secretLoss(part: TreePart, { name, pointer }: NamedSecret): Loss {
  const { file, pointer: at = '' } = part.placeOf(pointer.replace(/^\/properties/, ''));
  const isClientSecret = pointer.endsWith('/oAuthSettings/clientSecret');
  return {
    file,
    pointer: at,
    construct: 'secretRef',
    message: `Secret ${name} is not known here: ${PROPERTIES} says "${standIn(name)}"`,
    hint: isClientSecret
      ? 'Give it to paconn with --secret'
      : `Put the secret there before you deploy, and commit it nowhere`,
  };
}

function filesBeside({ connector, read }: Exportable): (readonly [name: string, bytes: Uint8Array])[] {
  const { icon, script, readme } = connector;
  const intro = fileIn(connector, /^intro\.md$/i);
  const named = [
    [/\.jpe?g$/i.test(icon?.file ?? '') ? 'icon.jpg' : 'icon.png', icon?.file],
    ['script.csx', script?.file],
    ['README.md', readme?.file],
    ['intro.md', intro],
  ] as const;
  return named.flatMap(([name, file]) => (file === undefined ? [] : [[name, read(file)] as const]));
}
