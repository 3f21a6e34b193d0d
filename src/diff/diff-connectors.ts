import type { Change } from '../domain/change.ts';
import type { Connector } from '../domain/connector.ts';
import type { JsonObject } from '../domain/json.ts';
import { diffAuthentication } from './authentication.ts';
import { diffAddress, diffConnection } from './connection.ts';
import { makeChange, type ConnectorFacts, type Draft } from './draft.ts';
import { diffDocument, diffFiles, diffProperties } from './identity.ts';
import { diffOperations } from './operations.ts';
import { diffPolicies } from './policies.ts';
import { haveSameTexts } from './same-texts.ts';
import { mergeShared } from './shared-changes.ts';
import { diffScript, diffScriptOperations } from './script.ts';

/**
 * Every difference that matters between two versions of a connector, named after the newer one. Total and deterministic.
 * A part that one side lacks (missing or unreadable: `findings` says which) is not compared: nothing is known of it.
 * The facts are those of docs/changes. `facts` is what the caller knows beside the files: nothing is certified unless it says so.
 */
export function diffConnectors(before: Connector, after: Connector, facts?: ConnectorFacts): Change[] {
  if (haveSameTexts(before, after)) return [];
  const openapi = both(before.openapi?.value, after.openapi?.value);
  const properties = both(before.properties?.value, after.properties?.value);
  const drafts: Draft[] = [
    ...(openapi === undefined ? [] : diffOpenApi(openapi)),
    ...diffAuthentication({ properties, openapi }),
    ...(properties === undefined ? [] : diffPublishedProperties(properties)),
    ...diffScript(before.script, after.script),
    ...diffFiles(before, after),
  ];
  return mergeShared(drafts).map((draft) => makeChange(after.id, draft, facts));
}

interface Sides {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

function both(before: JsonObject | undefined, after: JsonObject | undefined): Sides | undefined {
  return before === undefined || after === undefined ? undefined : { before, after };
}

function diffOpenApi({ before, after }: Sides): Draft[] {
  return [...diffOperations(before, after), ...diffAddress(before, after), ...diffDocument(before, after)];
}

function diffPublishedProperties({ before, after }: Sides): Draft[] {
  return [
    ...diffConnection(before, after),
    ...diffPolicies(before, after),
    ...diffScriptOperations(before, after),
    ...diffProperties(before, after),
  ];
}
