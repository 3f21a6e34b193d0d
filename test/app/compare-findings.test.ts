import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compareFindings } from '../../src/app/compare-findings.ts';
import { digestOf, revisionContentOf } from '../../src/digest/revision-digest.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { memoryTree } from '../load/memory-tree.ts';

const OPENAPI =
  'swagger: "2.0"\ninfo: {title: Pets, description: Lists pets, version: "1.0"}\nhost: a.example.com\npaths: {}\n';
const MANIFEST = 'publisher: Contoso\niconBrandColor: "#0a7d55"\n';
const PROFILES = 'version: 1\nprofiles:\n  - {folder: connectors/cats, profile: certified}\n';

const connector = (name: string, more: Readonly<Record<string, string | Uint8Array>> = {}) =>
  Object.fromEntries(
    Object.entries({ 'connector.yaml': MANIFEST, 'openapi.yaml': OPENAPI, ...more }).map(([file, content]) => [
      `connectors/${name}/${file}`,
      content,
    ]),
  );
const tree = (...files: readonly Readonly<Record<string, string | Uint8Array>>[]) =>
  loadTree(memoryTree(Object.assign({ 'registry.yaml': PROFILES }, ...files)), ['']);

const BEFORE = tree(connector('cats'), connector('dogs'), connector('eels'));
const ofChange = (after: ReturnType<typeof tree>): string[] =>
  compareFindings({ before: BEFORE, after }, { today: '2030-01-01' })
    .diagnostics.filter(({ code }) => code === 'file/one-connector-per-change')
    .map(({ severity, connector: id, message, new: isNew, related }) =>
      [severity, id, message, isNew, ...(related ?? []).map((other) => other.message)].join(', '),
    );

const test = suite('app/compare-findings');

test('a change of one connector is a change of one connector', () => {
  assert.equal(ofChange(BEFORE), []);
  assert.equal(
    ofChange(tree(connector('cats', { 'README.md': '# Cats\n' }), connector('dogs'), connector('eels'))),
    [],
  );
});

test('a change of several is told once, where certification is asked for', () => {
  const changed = tree(
    connector('cats', { 'connector.yaml': `${MANIFEST}stackOwner: Contoso\n` }),
    connector('dogs', { 'icon.png': new Uint8Array([1]) }),
    connector('eels', { 'notes.txt': '' }),
    connector('foxes'),
  );
  assert.equal(ofChange(changed), [
    'warning, cats, The change touches 4 connectors, true, Connector "dogs" changes too, Connector "eels" changes too, Connector "foxes" changes too',
  ]);
});

test('where it is not, a change may be about many', () => {
  assert.equal(ofChange(tree(connector('cats'), connector('dogs', { 'a.md': '' }), connector('foxes'))), []);
});

test('an acknowledgement for another base than there is is inert', () => {
  const entry = (base: string): string =>
    `acknowledgements:\n  - {base: "${base}", fingerprints: [0123456789abcdef], reason: r, owner: sky}\n`;
  const digest = digestOf(revisionContentOf(BEFORE.connectors.find(({ id }) => id === 'dogs')!)!);
  const found = (base: string): (string | undefined)[] =>
    compareFindings(
      {
        before: BEFORE,
        after: tree(
          connector('cats'),
          connector('dogs', { 'connector.yaml': MANIFEST + entry(base) }),
          connector('eels'),
        ),
      },
      { today: '2030-01-01' },
    )
      .diagnostics.filter(({ code }) => code === 'metadata/acknowledgement-inert')
      .map(({ severity, message, at, new: isNew }) => [severity, message, at.file, at.pointer, isNew].join(', '));
  assert.equal(found(digest), []);
  assert.equal(found(digest.replace(/.$/, (last) => (last === '0' ? '1' : '0'))), [
    'info, The acknowledgement by "sky" was given for another version than the base is now, connectors/dogs/connector.yaml, /acknowledgements/0, true',
  ]);
});

test.run();
