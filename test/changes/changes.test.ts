import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { CHANGE_KINDS } from '../../src/diff/change-kinds.ts';
import { diffConnectors } from '../../src/diff/diff-connectors.ts';
import { diskTree } from '../../src/load/disk-tree.ts';
import { chooseConnectors } from './materials.ts';
import { PEER_KINDS } from './peer-kinds.ts';
import { reprinted } from './reprinted.ts';
import { judgeRewrites, REWRITES } from './rewrites.ts';
import { judgePeerKind, judgeTrial, trials } from './trials.ts';

const test = suite('changes');

const TREE = diskTree('connectors');
const CHOSEN = chooseConnectors(TREE, 4);
const TRIALS = trials();

test('there is a change of every kind to try, and connectors to try it on', () => {
  assert.equal([...new Set(TRIALS.map(({ kind }) => kind))], Object.keys(CHANGE_KINDS));
  assert.is(CHOSEN.length, 4);
});

for (const trial of TRIALS) {
  // More changes than can be listed take their time: one connector will do.
  const connectors = trial.kind === 'too-many-changes' ? CHOSEN.slice(0, 1) : CHOSEN;
  test(`${trial.name}: reported as that, and nothing else is`, () => {
    for (const { material } of connectors) assert.equal(judgeTrial(material, trial).wrong, [], material.id);
  });
}

for (const [name, rewrite] of Object.entries(REWRITES))
  test(`nothing is reported: ${name}`, () => {
    const verdicts = CHOSEN.map(({ material }) => judgeRewrites(material, [rewrite]));
    assert.equal(
      verdicts.flatMap(({ wrong }) => wrong),
      [],
    );
    // What went through YAML is the same text again.
    assert.ok(name === 'JSON to YAML and back' || verdicts.some(({ rewritten }) => rewritten));
  });

test('nothing is reported: read again from other bytes', () => {
  for (const { connector } of CHOSEN) {
    const again = reprinted(TREE, connector.folder);
    assert.ok(again);
    assert.equal(diffConnectors(connector, again), []);
  }
});

for (const [name, edit] of Object.entries(PEER_KINDS))
  test(`${name} is breaking`, () => {
    for (const { material } of CHOSEN) assert.ok(judgePeerKind(material, edit).definition, material.id);
  });

test.run();
