import type { OpenApiPart, TreePart } from '../../domain/connector.ts';
import { Failure } from '../../domain/failure.ts';
import { unreadableWhy } from '../unreadable-why.ts';
import type { Exportable } from './exportable.ts';

/** The two documents that every form of a connector needs. @throws Failure (`usage`) that says which one cannot be read, where, and why. */
export function partsToExport({ connector, shown }: Exportable): {
  readonly openapi: OpenApiPart;
  readonly properties: TreePart;
} {
  const { openapi, properties } = connector;
  if (openapi !== undefined && properties !== undefined) return { openapi, properties };
  const { why, hint = `Run "connectors validate ${shown}"` } = unreadableWhy(connector);
  throw new Failure('usage', `"${shown}" cannot be exported: ${why}`, { hint });
}
