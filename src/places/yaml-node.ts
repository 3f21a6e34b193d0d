import { EVENT_ID, getScalarValue } from 'js-yaml';
import type { Range, SourceNode } from './source-node.ts';
import type { YamlNode, YamlTree } from './yaml-tree.ts';

/** The root of the first document of a YAML text, for finding places in it; undefined for an empty text. */
export function yamlRoot(tree: YamlTree): SourceNode | undefined {
  return sourceNode(tree, 1);
}

function sourceNode(tree: YamlTree, at: number): SourceNode | undefined {
  const node = tree.nodes[at];
  if (node === undefined) return undefined;
  const key = node.key === undefined ? undefined : tree.nodes[node.key];
  // An empty value is where nothing is written: its key is what can be seen.
  const shown = node.start === node.end && key !== undefined ? key : node;
  let children: ReadonlyMap<string, SourceNode> | undefined;
  const child = (token: string): SourceNode | undefined => {
    children ??= childrenOf(tree, node.target ?? at);
    return children.get(token);
  };
  return { start: shown.start, end: shown.end, key: keyRange(key), child };
}

function keyRange(key: YamlNode | undefined): Range | undefined {
  return key === undefined ? undefined : { start: key.start, end: key.end };
}

/** What an alias stands for has its children where they are written. A pointer has an end, so a cycle of aliases is no danger. */
function childrenOf(tree: YamlTree, at: number): ReadonlyMap<string, SourceNode> {
  const children = new Map<string, SourceNode>();
  const isMapping = tree.events[at]?.type === EVENT_ID.MAPPING;
  if (!isMapping && tree.events[at]?.type !== EVENT_ID.SEQUENCE) return children;
  for (let next = at + 1; tree.nodes[next] !== undefined; next = tree.nodes[next]?.next ?? Infinity) {
    const keyAt = tree.nodes[next]?.key;
    if (isMapping && keyAt === undefined) continue;
    const found = sourceNode(tree, next);
    const token = keyAt === undefined ? String(children.size) : keyText(tree, keyAt);
    if (found !== undefined && token !== undefined) children.set(token, found);
  }
  return children;
}

function keyText(tree: YamlTree, at: number): string | undefined {
  const event = tree.events[tree.nodes[at]?.target ?? at];
  return event?.type === EVENT_ID.SCALAR ? getScalarValue(tree.text, event) : undefined;
}
