import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findExportables } from '../../../src/app/export/exportable.ts';
import { refuseUnreadable } from '../../../src/app/export/parts-to-export.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { inTemporaryFolder } from '../../load/temporary-folder.ts';
import { documentText } from './load-exportable.ts';

const test = suite('app/export/exportable');

const GOOD = { 'connectors/good/openapi.json': documentText(), 'connectors/good/connector.yaml': 'publisher: A\n' };
const BAD = {
  'connectors/bad/openapi.json': '{"swagger": "2.0",}}',
  'connectors/bad/connector.yaml': 'publisher: A\n',
  'connectors/worse/openapi.json': documentText(),
};
const EMPTY = { 'connectors/empty/notes.txt': 'x' };

function refusalOf(files: Readonly<Record<string, string>>, named: readonly string[]): Failure | undefined {
  let refusal: Failure | undefined;
  inTemporaryFolder(files, ({ root }) => {
    try {
      refuseUnreadable(findExportables(root, named));
    } catch (cause) {
      assert.instance(cause, Failure);
      refusal = cause as Failure;
    }
  });
  return refusal;
}

test('every connector that cannot be read is named in one run', () => {
  const refusal = refusalOf({ ...GOOD, ...BAD, ...EMPTY }, ['connectors']);
  assert.is(refusal?.kind, 'usage');
  assert.match(refusal!.message, /^3 connectors cannot be exported:\n/);
  assert.match(refusal!.message, '\n  "connectors/bad": openapi.json:1:');
  assert.match(refusal!.message, '\n  "connectors/empty": it holds no ');
  assert.match(refusal!.message, '\n  "connectors/worse": it holds no "connector.yaml"');
});

test('one that cannot be read is told with what to do', () => {
  const refusal = refusalOf({ ...GOOD, ...BAD }, ['good', 'worse']);
  assert.is(refusal?.message, '"connectors/worse" cannot be exported: it holds no "connector.yaml"');
  assert.match(refusal!.hint!, 'Add one');
});

test('a folder beside connectors that holds none is nothing to export', () => {
  for (const named of ['empty', 'connectors/empty']) {
    const refusal = refusalOf({ ...GOOD, ...EMPTY }, [named]);
    assert.is(refusal?.kind, 'nothing-to-check');
    assert.is(refusal?.message, `There is no connector in "${named}"`);
  }
  assert.is(refusalOf(GOOD, ['connectors']), undefined);
});

test.run();
