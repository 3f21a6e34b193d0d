import { existsSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { EMPTY_MANIFEST, type Connector, type TreePart } from '../../src/domain/connector.ts';
import { deriveConnectorId } from '../../src/domain/connector-id.ts';
import type { JsonObject } from '../../src/domain/json.ts';

/** A connector from values, as far as comparing needs one. */
export function connectorOf(parts: {
  readonly id?: string;
  readonly openapi?: JsonObject;
  readonly properties?: JsonObject;
  readonly icon?: Uint8Array;
  readonly script?: string;
  readonly readme?: string;
  readonly formerNames?: readonly string[];
}): Connector {
  const tree = (file: string, value: JsonObject | undefined): TreePart | undefined =>
    value === undefined ? undefined : { file, value, placeOf: (pointer) => ({ file, pointer }) };
  const text = (file: string, value: string | undefined) => (value === undefined ? undefined : { file, text: value });
  return {
    id: deriveConnectorId(parts.id ?? 'sample'),
    layout: 'native',
    folder: '.',
    files: [],
    openapi: tree('openapi.yaml', parts.openapi),
    properties: tree('properties.yaml', parts.properties),
    manifest: { ...EMPTY_MANIFEST, formerNames: parts.formerNames ?? [] },
    icon: parts.icon === undefined ? undefined : { file: 'icon.png', bytes: parts.icon },
    script: text('script.csx', parts.script),
    readme: text('README.md', parts.readme),
    texts: new Map(),
    findings: [],
  };
}

/** One side of a fixture: openapi.yaml, properties.yaml and the other files, each as far as it is there. */
export function connectorIn(folder: string): Connector {
  const bytes = (file: string): Buffer | undefined =>
    existsSync(`${folder}/${file}`) ? readFileSync(`${folder}/${file}`) : undefined;
  const yaml = (file: string): JsonObject | undefined => {
    const text = bytes(file)?.toString();
    return text === undefined ? undefined : (load(text) as JsonObject);
  };
  const openapi = yaml('openapi.yaml');
  const properties = yaml('properties.yaml');
  const icon = bytes('icon.png');
  const script = bytes('script.csx')?.toString();
  const readme = bytes('README.md')?.toString();
  return connectorOf({
    ...(openapi === undefined ? {} : { openapi }),
    ...(properties === undefined ? {} : { properties }),
    ...(icon === undefined ? {} : { icon }),
    ...(script === undefined ? {} : { script }),
    ...(readme === undefined ? {} : { readme }),
  });
}
