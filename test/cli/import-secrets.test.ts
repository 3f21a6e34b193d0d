import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { importSource, type ImportOptions } from '../../src/cli/import-source.ts';
import { renderImportText } from '../../src/report/import-text.ts';
import { pullRequestText } from '../../src/report/pull-request-text.ts';
import { formsOf, PLACES, plantedIn, SECRETS, type Planted } from '../convert/postman-planted.ts';
import { temporaryFolder } from './run-cli.ts';

const test = suite('cli/import-secrets');

interface Written {
  /** Everything that is written or said, by what it is. */
  readonly texts: ReadonlyMap<string, string>;
  readonly names: readonly string[];
}

/** Imports, and once more where a merge is to be looked at too. */
async function written(folder: string, { collection, environments }: Planted, isAgain: boolean): Promise<Written> {
  mkdirSync(folder);
  const source = join(folder, 'collection.json');
  const environment = environments.map((value, index) => {
    const file = join(folder, `environment-${index}.json`);
    writeFileSync(file, JSON.stringify(value));
    return file;
  });
  const texts = new Map<string, string>();
  const options = { ...OPTIONS, environment, out: join(folder, 'out') };
  for (const version of isAgain ? [1, 2] : [1]) {
    writeFileSync(source, JSON.stringify({ ...collection, version }));
    const { report, write } = await importSource(source, options);
    write();
    const { title, body } = pullRequestText(report, false);
    for (const said of [JSON.stringify(report), renderImportText(report), title, body])
      texts.set(`said ${texts.size}`, said);
  }
  const [connector = ''] = readdirSync(options.out);
  const names = readdirSync(join(options.out, connector));
  for (const name of names) texts.set(name, readFileSync(join(options.out, connector, name), 'latin1'));
  texts.set('the name of the folder', connector);
  return { texts, names };
}

const NONE = { environment: [], tag: [], operation: [], category: [], trigger: [], scope: [] };
const OPTIONS: ImportOptions = {
  ...NONE,
  out: '',
  format: 'text',
  dynamicValues: true,
  yes: true,
  serviceUrl: 'https://api.contoso.com',
  name: 'harbour',
};

for (const [at, place] of PLACES.entries()) {
  test(`no secret of twelve kinds in ${place} is in any file or line of an import`, async () => {
    const { path, remove } = temporaryFolder();
    try {
      for (const [index, [kind, secret]] of [...SECRETS].entries()) {
        const isAgain = index === at % SECRETS.size;
        const { texts, names } = await written(join(path, String(index)), plantedIn(place, secret), isAgain);
        assert.equal(names, ['.import.json', 'README.md', 'connector.yaml', 'icon.png', 'openapi.yaml']);
        for (const [what, text] of texts)
          for (const form of formsOf(secret)) assert.not.ok(text.includes(form), `${kind}: "${form}" is in ${what}`);
      }
    } finally {
      remove();
    }
  });
}

test.run();
