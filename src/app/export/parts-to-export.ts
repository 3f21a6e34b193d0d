import type { OpenApiPart, TreePart } from '../../domain/connector.ts';
import { Failure } from '../../domain/failure.ts';
import type { Exportable } from './exportable.ts';

/** The two documents that every form of a connector needs. @throws Failure (`usage`) that says why one cannot be read. */
export function partsToExport({ connector, shown }: Exportable): {
  readonly openapi: OpenApiPart;
  readonly properties: TreePart;
} {
  const { openapi, properties, findings } = connector;
  if (openapi !== undefined && properties !== undefined) return { openapi, properties };
  const why = findings[0]?.message ?? 'one of its documents is missing';
  throw new Failure('usage', `"${shown}" cannot be exported: ${why}`, { hint: `Run "connectors validate ${shown}"` });
}
