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

/** All of them in one run, each with its reason. @throws Failure (`usage`) when the documents of one cannot be read. */
export function refuseUnreadable(exportables: readonly Exportable[]): void {
  const unreadable = exportables.filter(
    ({ connector: { openapi, properties } }) => openapi === undefined || properties === undefined,
  );
  const [first, second] = unreadable;
  if (first === undefined) return;
  if (second === undefined) return void partsToExport(first);
  const reasons = unreadable.map(({ connector, shown }) => `\n  "${shown}": ${unreadableWhy(connector).why}`);
  throw new Failure('usage', `${unreadable.length} connectors cannot be exported:${reasons.join('')}`, {
    hint: 'Run "connectors validate" for what to do about each',
  });
}
