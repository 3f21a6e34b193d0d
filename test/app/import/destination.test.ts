import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { destinationFor } from '../../../src/app/import/destination.ts';
import type { Failure } from '../../../src/domain/failure.ts';
import { inTemporaryFolder } from '../../load/temporary-folder.ts';

const test = suite('app/import/destination');

test('a name that Windows keeps for a device is chosen for no new folder', () => {
  inTemporaryFolder({}, ({ root }) => {
    const wish = { workingFolder: root, out: 'connectors', today: '2027-01-01' };
    assert.is(destinationFor({ ...wish, name: undefined }, 'NUL').shown, 'connectors/connector-nul');
    assert.throws(
      () => destinationFor({ ...wish, name: 'nul' }, 'Nothing'),
      ({ message, hint }: Failure) =>
        message === '"nul" is the name of a device on Windows, which makes no such folder' &&
        hint === 'Choose another one, such as "connector-nul"',
    );
    assert.throws(
      () => destinationFor({ ...wish, name: 'CON' }, 'Nothing'),
      ({ hint }: Failure) => hint?.endsWith('"connector-con"') === true,
    );
    assert.is(destinationFor({ ...wish, name: 'nul', isSettled: true }, '').name, 'nul');
    mkdirSync(join(root, 'connectors/nul'), { recursive: true });
    assert.is(destinationFor({ ...wish, name: 'nul' }, '', true).name, 'nul');
  });
});

test.run();
