import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Connector } from '../../src/domain/connector.ts';
import { checkConnectors } from '../../src/rules/check.ts';
import { loadFixture } from './load-fixture.ts';

const MEGABYTE = 1024 * 1024;
const codesOf = (connector: Connector): string[] =>
  checkConnectors([connector], () => 'base').flatMap(({ code, at }) =>
    code.endsWith('/too-large') ? [`${at.file} ${code}`] : [],
  );

const test = suite('rules/sizes');

test('an icon has to stay below a megabyte', () => {
  const connector = loadFixture('test/fixtures/rules/icon/too-large/passing');
  const withIcon = (size: number): Connector => ({
    ...connector,
    icon: { file: 'icon.png', bytes: new Uint8Array(size) },
  });
  assert.equal(codesOf(withIcon(MEGABYTE - 1)), []);
  assert.equal(codesOf(withIcon(MEGABYTE)), ['icon.png icon/too-large']);
});

test('a script may have a megabyte, counted in bytes', () => {
  const connector = loadFixture('test/fixtures/rules/script/too-large/passing');
  const code = connector.script?.text ?? '';
  const withScript = (comment: string): Connector => ({
    ...connector,
    texts: new Map(),
    script: { file: 'script.csx', text: `${code}//${comment}` },
  });
  const room = MEGABYTE - code.length - 2;
  assert.equal(codesOf(withScript('x'.repeat(room))), []);
  assert.equal(codesOf(withScript('x'.repeat(room + 1))), ['script.csx script/too-large']);
  assert.equal(codesOf(withScript('ü'.repeat(room / 2 + 1))), ['script.csx script/too-large']);
});

test.run();
