import type { Json } from '../domain/json.ts';
import { tokensOf, valueAt, type Pointer } from '../domain/pointer.ts';
import { parseJson } from '../load/parse-json.ts';
import { parseYaml } from '../load/parse-yaml.ts';
import { formatOf, rootOf, type TextFormat } from '../places/locate.ts';
import type { SourceNode } from '../places/source-node.ts';

/** A text as its author wrote it, read as a tree when somebody asks for a place in it. */
export interface SourceDocument {
  /** From the root of the run. */
  readonly file: string;
  /** Without byte order mark. */
  readonly text: string;
  /** Undefined for what is no tree, such as a readme. */
  readonly format: TextFormat | undefined;
  /** Undefined when it cannot be read. */
  readonly value: () => Json | undefined;
  readonly nodeAt: (pointer: Pointer) => SourceNode | undefined;
  readonly valueAt: (pointer: Pointer) => Json | undefined;
}

export function sourceDocument(file: string, text: string): SourceDocument {
  const format = formatOf(file);
  const value = once(() => valueOf(file, text, format));
  const root = once(() => (format === undefined ? undefined : rootOf(text, format)));
  return {
    file,
    text,
    format,
    value,
    nodeAt: (pointer) => exactNode(root(), pointer),
    valueAt: (pointer) => valueAt(value(), pointer),
  };
}

function valueOf(file: string, text: string, format: TextFormat | undefined): Json | undefined {
  if (format === undefined) return undefined;
  return (format === 'json' ? parseJson(file, text) : parseYaml(file, text)).value;
}

/** Not its nearest ancestor: an edit must not land on something else. */
function exactNode(root: SourceNode | undefined, pointer: Pointer): SourceNode | undefined {
  let node = root;
  for (const token of tokensOf(pointer)) node = node?.child(token);
  return node;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
