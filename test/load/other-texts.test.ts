import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadTree } from '../../src/load/load-tree.ts';
import { memoryTree } from './memory-tree.ts';

const CONNECTOR = {
  'pets/connector.yaml': 'iconBrandColor: "#0a7d55"\n',
  'pets/openapi.yaml': 'swagger: "2.0"\n',
};

const textsWith = (files: Readonly<Record<string, string | Uint8Array>>): readonly string[] => {
  const [connector] = loadTree(memoryTree({ ...CONNECTOR, ...files }), ['']).connectors;
  return [...connector!.texts.keys()].filter((file) => !(file in CONNECTOR)).sort();
};

const test = suite('load/other-texts');

test('every text file of the folder and below is read', () => {
  const files = {
    'pets/notes.txt': 'a',
    'pets/.env': 'b',
    'pets/tests/a.yaml': 'c',
    'pets/script.csx': 'd',
    'x.txt': 'e',
  };
  assert.equal(textsWith(files), ['pets/.env', 'pets/notes.txt', 'pets/script.csx', 'pets/tests/a.yaml']);
});

test('pictures, binary files, installed packages and what is hidden in folders are not', () => {
  const files = {
    'pets/picture.png': 'a',
    'pets/a.bin': new Uint8Array([65, 0, 66]),
    'pets/node_modules/a/b.js': 'c',
    'pets/.git/config': 'd',
  };
  assert.equal(textsWith(files), []);
});

test('what is wrong with such a file is nobody’s matter', () => {
  const [connector] = loadTree(memoryTree({ ...CONNECTOR, 'pets/a.txt': new Uint8Array([0xff, 65]) }), ['']).connectors;
  assert.equal(
    connector!.findings.filter(({ at }) => 'file' in at && at.file === 'pets/a.txt'),
    [],
  );
});

test('a large file is left out, and so are more files than anybody writes', () => {
  assert.equal(textsWith({ 'pets/big.txt': 'a'.repeat(1024 * 1024 + 1), 'pets/small.txt': 'b' }), ['pets/small.txt']);
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`pets/tests/${index}.txt`, 'a']));
  assert.is(textsWith(many).length, 200);
  const wide = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`pets/${index}.txt`, 'a'.repeat(1024 * 1024)]),
  );
  assert.is(textsWith(wide).length, 8);
});

test.run();
