// Makes every kind of change to real connectors and counts how often exactly that change is reported; rewrites them without another
// meaning and counts how often nothing is.
// Usage: node bench/changes.ts FOLDER [COUNT]      FOLDER is any tree of connectors, of which COUNT (20) are taken; exits 1 when anything is wrong
import { resolve } from 'node:path';
import { diffConnectors } from '../src/diff/diff-connectors.ts';
import { diskTree } from '../src/load/disk-tree.ts';
import { connectorOf } from '../test/changes/material.ts';
import { chooseConnectors, type Chosen } from '../test/changes/materials.ts';
import { PEER_KINDS } from '../test/changes/peer-kinds.ts';
import { reprinted } from '../test/changes/reprinted.ts';
import { judgeRewrites, REWRITES } from '../test/changes/rewrites.ts';
import { judgePeerKind, judgeTrial, trials } from '../test/changes/trials.ts';

const [folder = 'connectors', count = '20'] = process.argv.slice(2);
const tree = diskTree(resolve(folder));
const chosen = chooseConnectors(tree, Number(count));
const complaints: string[] = [];
const TRIALS = trials();
const KINDS = new Set(TRIALS.map(({ kind }) => kind)).size;

printTable(
  'change',
  ['tried', 'exactly', 'wrong', 'nothing built for it'],
  TRIALS.map((trial) => {
    const verdicts = chosen.map(({ material }) => {
      const verdict = judgeTrial(material, trial);
      complain(`${trial.name} in ${material.id}`, verdict.wrong);
      return verdict;
    });
    const exact = verdicts.filter(({ wrong }) => wrong.length === 0).length;
    return [trial.name, chosen.length, exact, chosen.length - exact, verdicts.filter(({ asItIs }) => asItIs).length];
  }),
);

printTable(
  'rewriting',
  ['tried', 'nothing reported', 'other text'],
  [
    [
      'the same',
      chosen.length,
      countOf(({ material }) =>
        diffConnectors(connectorOf(material), connectorOf(structuredClone(material))).map(({ kind }) => kind),
      ),
      0,
    ],
    ['printed otherwise, CRLF, byte order mark', chosen.length, countOf(readAgain), chosen.length],
    ...Object.entries(REWRITES).map(([name, rewrite]) => {
      const verdicts = chosen.map(({ material }) => judgeRewrites(material, [rewrite]));
      for (const [index, { wrong }] of verdicts.entries()) complain(`${name} in ${chosen[index]?.material.id}`, wrong);
      return [
        name,
        verdicts.length,
        verdicts.filter(({ wrong }) => wrong.length === 0).length,
        verdicts.filter(({ rewritten }) => rewritten).length,
      ] as const;
    }),
    twoRewrites(),
  ],
);

printTable(
  'change that other tools were measured with',
  ['tried', 'breaking by the definition alone', 'breaking by the whole connector'],
  Object.entries(PEER_KINDS).map(([name, edit]) => {
    const verdicts = chosen.map(({ material }) => judgePeerKind(material, edit));
    const hits = verdicts.filter(({ definition }) => definition).length;
    if (hits < verdicts.length) complaints.push(`${name}: ${verdicts.length - hits} are not breaking`);
    return [name, verdicts.length, hits, verdicts.filter(({ whole }) => whole).length];
  }),
);

console.log(`${chosen.length} connectors, ${KINDS} kinds: ${complaints.length} wrong`);
for (const complaint of complaints.slice(0, 100)) console.log(`  ${complaint}`);
process.exitCode = complaints.length === 0 ? 0 : 1;

function readAgain({ connector }: Chosen): string[] {
  const again = reprinted(tree, connector.folder);
  return again === undefined ? ['cannot be read again'] : diffConnectors(connector, again).map(({ kind }) => kind);
}

/** Every rewriting after every other. */
function twoRewrites(): readonly [string, number, number, number] {
  const pairs = Object.entries(REWRITES).flatMap((one) => Object.entries(REWRITES).map((two) => [one, two] as const));
  const verdicts = pairs.flatMap(([[first, one], [second, two]]) =>
    chosen.map(({ material }) => {
      const verdict = judgeRewrites(material, [one, two]);
      complain(`${first}, then ${second} in ${material.id}`, verdict.wrong);
      return verdict;
    }),
  );
  return [
    'one after another',
    verdicts.length,
    verdicts.filter(({ wrong }) => wrong.length === 0).length,
    verdicts.filter(({ rewritten }) => rewritten).length,
  ];
}

function countOf(wrongIn: (one: Chosen) => readonly string[]): number {
  return chosen.filter((one) => {
    const wrong = wrongIn(one);
    complain(one.material.id, wrong);
    return wrong.length === 0;
  }).length;
}

function complain(where: string, wrong: readonly string[]): void {
  if (wrong.length > 0) complaints.push(`${where}: ${wrong.slice(0, 5).join('; ')}`);
}

function printTable(what: string, columns: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  console.log([line([what, ...columns]), line(['---', ...columns.map(() => '--:')]), ...rows.map(line), ''].join('\n'));
}
