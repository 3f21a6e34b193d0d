import type { ConnectorId } from '../../domain/connector-id.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { DraftDocument, ImportLoss } from './draft.ts';

/** A connector that is complete where it comes from: nothing of it is asked, derived or mended. */
export interface KeptConnector {
  /** What its folder is called when nobody says otherwise. */
  readonly name: ConnectorId;
  readonly document: DraftDocument;
  /** What connector.yaml is to say, in this order. */
  readonly native: JsonObject;
  /** Icon, custom code, readme and what else comes along, by name. */
  readonly others: ReadonlyMap<string, Uint8Array>;
  readonly losses: readonly ImportLoss[];
  readonly notes: readonly string[];
}
