import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Failure } from '../../src/domain/failure.ts';
import { diskTree } from '../../src/load/disk-tree.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const test = suite('load/disk-tree');

const CONNECTOR = { 'a/b/openapi.yaml': 'swagger: "2.0"\n', 'a/b/connector.yaml': 'publisher: A\n' };
const codes = (root: string, path = ''): string[] => {
  const { connectors, findings } = loadTree(diskTree(root), [path]);
  return [...findings, ...connectors.flatMap((connector) => connector.findings)].map(({ code, at }) =>
    'file' in at ? `${code} ${at.file}` : code,
  );
};

test('entries are sorted, with kind and size; a folder that is not there has none', () => {
  inTemporaryFolder({ 'b.txt': 'four', 'a/x': '', 'B.txt': '' }, ({ root }) => {
    symlinkSync('b.txt', join(root, 'c'));
    const tree = diskTree(root);
    assert.equal(tree.entries(''), [
      { name: 'B.txt', kind: 'file', size: 0 },
      { name: 'a', kind: 'folder', size: 0 },
      { name: 'b.txt', kind: 'file', size: 4 },
      { name: 'c', kind: 'link', size: 0 },
    ]);
    assert.is(tree.entries('nope'), undefined);
    assert.is(tree.entries('b.txt'), undefined);
    assert.is(Buffer.from(tree.read('b.txt')).toString(), 'four');
  });
});

test('reading what is no regular file fails at once, and says which', () => {
  inTemporaryFolder({ 'b.txt': 'four' }, ({ root }) => {
    symlinkSync('b.txt', join(root, 'link'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    for (const path of ['link', 'pipe', 'nope', '']) {
      assert.throws(
        () => diskTree(root).read(path),
        (cause: unknown) =>
          cause instanceof Failure && cause.kind === 'unavailable' && cause.message.includes(`"${path}"`),
        path,
      );
    }
  });
});

test('no link is followed, wherever it stands', () => {
  inTemporaryFolder({ ...CONNECTOR, 'secret/openapi.yaml': 'swagger: "2.0"\n' }, ({ root }) => {
    symlinkSync('../secret', join(root, 'a/linked'));
    symlinkSync('/etc/passwd', join(root, 'a/b/README.md'));
    symlinkSync('a', join(root, 'way'));
    const links = ['file/symbolic-link a/linked', 'file/folder-name-not-valid a/b', 'file/symbolic-link a/b/README.md'];
    assert.equal(codes(root, 'a'), links);
    assert.equal(codes(root, 'way'), ['file/symbolic-link way']);
    assert.equal(codes(root, 'way/b'), ['file/symbolic-link way/b']);
    const [connector] = loadTree(diskTree(root), ['a']).connectors;
    assert.is(connector?.readme, undefined);
    assert.equal(connector?.files, ['a/b/connector.yaml', 'a/b/openapi.yaml']);
  });
});

test('a definition that is a link is a connector without a definition', () => {
  inTemporaryFolder({ 'x.yaml': 'swagger: "2.0"\n' }, ({ root }) => {
    mkdirSync(join(root, 'a/b'), { recursive: true });
    symlinkSync('../../x.yaml', join(root, 'a/b/openapi.yaml'));
    assert.equal(codes(root), [
      'file/folder-name-not-valid a/b',
      'file/symbolic-link a/b/openapi.yaml',
      'file/missing-api-definition a/b',
      'file/missing-api-properties a/b',
    ]);
  });
});

test('a registry.yaml that is a link is told, and not read', () => {
  inTemporaryFolder({ 'elsewhere.yaml': 'version: 1\n' }, ({ root }) => {
    symlinkSync('elsewhere.yaml', join(root, 'registry.yaml'));
    assert.equal(codes(root), ['file/symbolic-link registry.yaml']);
  });
});

test('a pipe is not waited for', () => {
  inTemporaryFolder(CONNECTOR, ({ root }) => {
    execFileSync('mkfifo', [join(root, 'a/b/icon.png')]);
    assert.equal(codes(root), ['file/folder-name-not-valid a/b', 'file/not-readable a/b/icon.png']);
  });
});

test('names that differ by case alone are told, files and connectors', () => {
  inTemporaryFolder({ ...CONNECTOR, 'a/b/OpenAPI.yaml': 'swagger: "2.0"\n', 'a/B/openapi.yaml': '' }, ({ root }) => {
    const found = codes(root);
    assert.ok(found.includes('file/case-collision a/b'), found.join());
    assert.ok(found.includes('file/case-collision a/b/openapi.yaml'), found.join());
    assert.ok(found.includes('file/two-api-definitions a/b/OpenAPI.yaml'), found.join());
  });
});

test('a file too large is not read', () => {
  inTemporaryFolder({ ...CONNECTOR, 'a/b/README.md': Buffer.alloc(16 * 1024 * 1024 + 1) }, ({ root }) => {
    assert.equal(codes(root), ['file/folder-name-not-valid a/b', 'file/too-large a/b/README.md']);
  });
});

test.run();
