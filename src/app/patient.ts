import type { Connector } from '../domain/connector.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { FileTree } from '../domain/file-tree.ts';
import type { Patient } from '../fix/draft-mends.ts';
import { loadTree } from '../load/load-tree.ts';
import { diagnosticsOfTree } from '../rules/diagnostics.ts';
import { judge, type Judging } from './judge.ts';

/** What is mended together: one connector, or the files of the tree itself. */
export interface Examined extends Patient {
  /** What the strictest profile finds: a mend must not be worse by that one either. */
  readonly strict: readonly Diagnostic[];
}

/** Reads and judges one connector by itself, or with `undefined` the registry.yaml of a tree. */
export function examine(tree: FileTree, connector: Connector | undefined, judging: Judging): Examined | undefined {
  const loaded = loadTree(tree, connector === undefined ? [] : [pathOf(connector)]);
  if (connector === undefined) {
    const diagnostics = diagnosticsOfTree(loaded.findings);
    return { connector, texts: loaded.texts, diagnostics, strict: diagnostics, schema: undefined };
  }
  const [found, ...others] = loaded.connectors;
  if (found === undefined || others.length > 0) return undefined;
  const judged = (by: Judging): readonly Diagnostic[] => judge(loaded, by).get(found)?.diagnostics ?? [];
  const diagnostics = judged(judging);
  return {
    connector: found,
    texts: found.texts,
    schema: schemaIn(tree),
    diagnostics,
    strict: judging.profile === 'strict' ? diagnostics : judged({ ...judging, profile: 'strict' }),
  };
}

/** What `loadTree` finds it by: its folder, or the file when it lies in none of its own. */
function pathOf({ folder, files }: Connector): string {
  const [file, ...others] = files;
  const isLone =
    file !== undefined &&
    others.length === 0 &&
    !/(?:^|\/)(?:openapi\.|connector\.|apiProperties\.)|\.swagger\.json$/i.test(file);
  return isLone ? file : folder;
}

const SCHEMA = 'connector.schema.json';
/** In the repository itself, or where npm puts the package that ships it. */
const SCHEMA_FOLDERS = ['schemas', 'node_modules/@connector-registry/connectors/schemas'];

/** The schema of connector.yaml that a tree holds, from its root. */
export function schemaIn(tree: FileTree): string | undefined {
  const folder = SCHEMA_FOLDERS.find((one) => tree.entries(one)?.some(({ name }) => name === SCHEMA));
  return folder === undefined ? undefined : `${folder}/${SCHEMA}`;
}
