import type { Connector } from '../../domain/connector.ts';
import type { FilePlace } from '../../domain/finding.ts';
import { codeOnly } from './csharp.ts';

/** The custom code of a connector, ready to look through. */
export interface ScriptSource {
  /** Without comments and texts; offsets are those of the file as read. */
  readonly code: string;
  readonly placeAt: (offset: number) => FilePlace;
}

export function scriptSourceOf({ script, texts }: Connector): ScriptSource | undefined {
  if (script === undefined) return undefined;
  const { file } = script;
  return { code: codeOnly(texts.get(file) ?? script.text), placeAt: (offset) => ({ file, offset }) };
}
