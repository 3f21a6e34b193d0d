import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Change, ChangeClass } from '../../src/domain/change.ts';
import type { Acknowledgement } from '../../src/domain/connector.ts';
import { acknowledge } from '../../src/diff/acknowledge.ts';

const test = suite('diff/acknowledge');

const BASE = `sha256:${'a'.repeat(64)}`;
const MOVED = `sha256:${'b'.repeat(64)}`;

const change = (fingerprint: string, danger: ChangeClass = 'breaking'): Change => ({
  kind: 'operation-removed',
  class: danger,
  connector: 'mail',
  pointer: '',
  part: 'openapi',
  removed: true,
  message: '',
  products: [],
  fingerprint,
});

const entry = (fingerprints: readonly string[], base = BASE): Acknowledgement => ({
  base,
  fingerprints,
  reason: 'r',
  owner: 'o',
  at: { part: 'manifest', pointer: '/acknowledgements/0' },
});

/** Fingerprints that are covered, and what became of each entry. */
function judged(changes: readonly Change[], entries: readonly Acknowledgement[]) {
  const result = acknowledge('mail', changes, entries, BASE);
  return {
    covered: result.changes.filter((one) => one.acknowledged === true).map((one) => one.fingerprint),
    states: result.entries.map(({ state, unmatched }) => [state, ...unmatched].join(' ')),
  };
}

test('an entry covers exactly what it names', () => {
  assert.equal(judged([change('1'), change('2')], [entry(['1', '2'])]), { covered: ['1', '2'], states: ['counts'] });
});

test('one more breaking change is not covered', () => {
  assert.equal(judged([change('1'), change('2'), change('3')], [entry(['1', '2'])]).covered, ['1', '2']);
});

test('two entries cover what each names', () => {
  assert.equal(judged([change('1'), change('2')], [entry(['1']), entry(['2'])]).covered, ['1', '2']);
});

test('an entry that names a change that is not there covers nothing', () => {
  assert.equal(judged([change('1')], [entry(['1', '2'])]), { covered: [], states: ['names-more 2'] });
});

test('a change that is breaking no more may still be named', () => {
  assert.equal(judged([change('1'), change('2', 'warning')], [entry(['1', '2'])]), {
    covered: ['1'],
    states: ['counts'],
  });
});

test('an entry for another base is inert', () => {
  assert.equal(judged([change('1')], [entry(['1'], MOVED)]), { covered: [], states: ['inert'] });
  assert.equal(acknowledge('mail', [change('1')], [entry(['1'])], undefined).entries[0]?.state, 'inert');
});

test('what is forbidden is never covered', () => {
  assert.equal(judged([change('1', 'forbidden')], [entry(['1'])]), { covered: [], states: ['counts'] });
});

test.run();
