import { isDeepStrictEqual } from 'node:util';
import { worstClass, type Change } from '../../src/domain/change.ts';
import type { Connector } from '../../src/domain/connector.ts';
import { CHANGE_KINDS, type ChangeKindName } from '../../src/diff/change-kinds.ts';
import { diffConnectors } from '../../src/diff/diff-connectors.ts';
import { diffTrees } from '../../src/diff/diff-trees.ts';
import { applyNotice } from '../../src/diff/notice.ts';
import { versionWarning } from '../../src/diff/version-warning.ts';
import { ASPECT_EDITS, MORE_ASPECT_EDITS } from './aspect-edits.ts';
import { CONNECTION_EDITS } from './connection-edits.ts';
import { sidesOf, treeAt, type Edit, type Material, type Sides } from './material.ts';
import { removeOperation, OPERATION_EDITS } from './operation-edits.ts';
import { action } from './operation-sites.ts';

/** One kind of change: how it is made, how it is looked for, and all that is to be found. */
export interface Trial {
  readonly name: string;
  readonly kind: ChangeKindName;
  readonly edit: Edit;
  readonly look?: (sides: Sides) => Change[];
  /** What the same change is too. */
  readonly also?: readonly ChangeKindName[];
}

const nothing: Edit = () => () => {};
const removal: Edit = (material) => {
  treeAt(material.openapi, 'info')['version'] = '1.0';
  const site = action(material, ({ verb }) => verb !== 'delete');
  site.value['deprecated'] = true;
  return () => removeOperation(material, site);
};

/** What concerns several connectors, or is judged from what else is known. */
const OTHERS = {
  'operation-removed-after-notice': { edit: removal, look: afterNotice },
  'version-not-moved': {
    edit: removal,
    look: ({ before, after }) => versionWarning(before, after, diffConnectors(before, after)),
  },
  'connector-added': { edit: nothing, look: ({ after }) => diffTrees([], [after]) },
  'connector-removed': { edit: nothing, look: ({ before }) => diffTrees([before], []) },
  'connector-moved': {
    edit: (material) => () => {
      material.folder = `moved/${material.folder}`;
    },
    look: inTrees,
  },
  'connector-renamed': {
    edit: (material) => () => {
      material.formerNames = [material.id];
      material.id = `renamed-${material.id}`.slice(0, 60);
    },
    look: inTrees,
  },
} as const satisfies Partial<Readonly<Record<ChangeKindName, Pick<Trial, 'edit' | 'look'>>>>;

/** The type of a parameter says how a connection signs in: one is not changed without the other. Choices come in place of something. */
const ALSO: Partial<Readonly<Record<ChangeKindName, readonly ChangeKindName[]>>> = {
  'auth-type-changed': ['connection-parameter-type-changed'],
  'connection-parameter-sets-introduced': ['connection-parameter-text-changed'],
};

function inTrees({ before, after }: Sides): Change[] {
  return diffTrees([before], [after]);
}

function afterNotice({ before, after }: Sides): Change[] {
  const changes = diffConnectors(before, after);
  const since = new Map(changes.map(({ operationId = '' }) => [operationId, '2026-01-01']));
  return applyNotice(changes, before, { now: '2026-03-01', days: 30, since });
}

const EDITS: Readonly<Record<string, Edit>> = { ...OPERATION_EDITS, ...ASPECT_EDITS, ...CONNECTION_EDITS };

/** Every kind of the table that has a trial, and then some of them in another way. */
export function trials(): readonly Trial[] {
  const kinds = Object.keys(CHANGE_KINDS) as ChangeKindName[];
  const first = kinds.flatMap((kind): Trial[] => {
    const other = Object.hasOwn(OTHERS, kind) ? OTHERS[kind as keyof typeof OTHERS] : undefined;
    const edit = Object.hasOwn(EDITS, kind) ? EDITS[kind] : undefined;
    if (other !== undefined) return [{ name: kind, kind, ...other }];
    return edit === undefined ? [] : [{ name: kind, kind, edit, also: ALSO[kind] ?? [] }];
  });
  return [...first, ...MORE_ASPECT_EDITS.map(([kind, where, edit]) => ({ name: `${kind}, ${where}`, kind, edit }))];
}

export interface Verdict {
  /** What is reported beside what was made, and what of that is not: nothing, when all is well. */
  readonly wrong: readonly string[];
  /** Whether the change was made to the connector as it is: nothing had to be built for it. */
  readonly asItIs: boolean;
}

export function judgeTrial(material: Material, { kind, edit, look = compared, also = [] }: Trial): Verdict {
  const sides = sidesOf(material, edit);
  const rest = look(sides).map((change) => change.kind);
  const missing = [kind, ...also].filter((wanted) => {
    const at = rest.indexOf(wanted);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  const { openapi, properties } = sides.before;
  const asItIs = isDeepStrictEqual([openapi?.value, properties?.value], [material.openapi, material.properties]);
  return { wrong: [...missing.map((one) => `not ${one}`), ...rest], asItIs };
}

function compared({ before, after }: Sides): Change[] {
  return diffConnectors(before, after);
}

/** Whether a change is breaking for those who have the connector's definition alone, and for those who have all of it. */
export function judgePeerKind(
  material: Material,
  edit: Edit,
): { readonly definition: boolean; readonly whole: boolean } {
  const { before, after } = sidesOf(material, edit);
  const breaks = (one: Connector, two: Connector): boolean => worstClass(diffConnectors(one, two)) === 'breaking';
  return {
    definition: breaks({ ...before, properties: undefined }, { ...after, properties: undefined }),
    whole: breaks(before, after),
  };
}
