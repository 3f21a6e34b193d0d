import type { Connector } from '../domain/connector.ts';
import type { FilePlace, Finding } from '../domain/finding.ts';
import type { ComparedPair } from './place-change.ts';

/** A part of a connector that only one version has, or that could not be read: nothing is known of what changed in it. */
export interface NotCompared {
  readonly connector: string;
  readonly part: 'openapi' | 'properties';
  /** The version that lacks it. */
  readonly side: 'before' | 'after';
  /** Why, one sentence. */
  readonly message: string;
  readonly at: FilePlace;
}

/** What of a pair was left out; parts that neither side was meant to have are not. */
export function notCompared({ before, after }: ComparedPair): NotCompared[] {
  if (before === undefined || after === undefined) return [];
  return (['openapi', 'properties'] as const).flatMap((part) => {
    if (before[part] !== undefined && after[part] !== undefined) return [];
    const isUnread = (side: Connector): boolean => side[part] === undefined && reasonFor(side, part) !== undefined;
    if (before[part] === undefined && after[part] === undefined && !isUnread(before) && !isUnread(after)) return [];
    return [
      ...(after[part] === undefined ? [lackOf(after, part, 'after')] : []),
      ...(before[part] === undefined ? [{ ...lackOf(before, part, 'before'), connector: after.id }] : []),
    ];
  });
}

const NAMES = { openapi: 'OpenAPI document', properties: 'connection properties' } as const;

function lackOf(connector: Connector, part: 'openapi' | 'properties', side: NotCompared['side']): NotCompared {
  const version = side === 'after' ? 'newer' : 'older';
  const reason = reasonFor(connector, part);
  const [file] = connector.files;
  return {
    connector: connector.id,
    part,
    side,
    message:
      reason === undefined
        ? `The ${version} version has no ${NAMES[part]}`
        : `The ${NAMES[part]} of the ${version} version cannot be read: ${reason.message}`,
    at: reason !== undefined && 'file' in reason.at ? reason.at : { file: file ?? connector.folder },
  };
}

/** The finding that tells why a part is missing; a file that was never there has none here. */
function reasonFor({ findings, openapi, properties }: Connector, part: 'openapi' | 'properties'): Finding | undefined {
  const other = part === 'openapi' ? properties : openapi;
  return findings.find(
    ({ code, at }) =>
      /^(?:file|document)\//.test(code) &&
      !code.startsWith('file/missing-') &&
      'file' in at &&
      at.file !== other?.file &&
      isOf(part, at.file),
  );
}

const OF_PROPERTIES = /(?:^|\/)(?:apiProperties\.json|connector\.ya?ml)$/i;
const TREE = /\.(?:json|ya?ml)$/i;

function isOf(part: 'openapi' | 'properties', file: string): boolean {
  return TREE.test(file) && OF_PROPERTIES.test(file) === (part === 'properties');
}
