import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import { openConnection } from '../../../src/adapters/store/sqlite/connection.ts';
import { migrate } from '../../../src/adapters/store/sqlite/migrate.ts';
import { sqliteStore } from '../../../src/adapters/store/sqlite/sqlite-store.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { audit, commit, digest, entry, inFolder, revision, SCOPE, SOURCE, SUMMARY, TENANT, token } from './samples.ts';

const test = suite('adapters/store/sqlite');

const failureOf = async (act: () => Promise<unknown>): Promise<Failure> => {
  try {
    await act();
  } catch (cause) {
    if (cause instanceof Failure) return cause;
    throw cause;
  }
  throw new Error('it did not fail');
};

/** A folder with one revision, one release and one token, and the path of its database; the store is closed. */
const inFilled = (work: (file: string, folder: string) => Promise<void>): Promise<void> =>
  inFolder(async (folder) => {
    const store = await openStore(folder);
    const own = store.tenant(TENANT);
    await own.revisions.add(SCOPE, SOURCE, revision(1), audit());
    await own.releases.commit(commit(1, { mail: entry(1) }), audit());
    await own.tokens.add(token(), audit());
    await store.close();
    await work(join(folder, 'registry.sqlite'), folder);
  });

test('a missing data folder is made, readable by nobody else', () =>
  inFolder(async (folder) => {
    const inner = join(folder, 'deep', 'registry');
    const store = await openStore(inner);
    await store.tenant(TENANT).tokens.add(token(), audit());
    const mode = (path: string): number => statSync(path).mode & 0o777;
    assert.is(mode(inner), 0o700);
    assert.is(mode(join(inner, 'registry.sqlite')), 0o600);
    assert.is(mode(join(inner, 'registry.sqlite-wal')), 0o600);
    await store.close();
  }));

test('a second server on the same folder is refused, also from another process', () =>
  inFolder(async (folder) => {
    const store = await openStore(folder);
    const here = await failureOf(() => openStore(folder));
    assert.is(here.kind, 'unavailable');
    assert.match(here.message, /^Another server uses the registry's database ".*registry\.sqlite"$/);
    const code = `import { openStore } from './src/adapters/store/open-store.ts';
      await openStore(process.argv[1]).catch((cause) => console.log(cause.kind + ': ' + cause.message));`;
    const there = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', code, folder], {
      encoding: 'utf8',
    });
    assert.match(there.stdout, /^unavailable: Another server uses/, there.stderr);
    await store.close();
    await (await openStore(folder)).close();
  }));

test('what was written is there after the store was closed and opened', () =>
  inFilled(async (_, folder) => {
    const store = await openStore(folder);
    const own = store.tenant(TENANT);
    assert.is((await own.releases.head(SCOPE))?.digest, digest(1001));
    assert.equal(Buffer.from((await own.revisions.bytes(digest(1)))!), Buffer.from(revision(1).bytes));
    await store.close();
  }));

const FORBIDDEN: readonly (readonly [string, string])[] = [
  ['a revision cannot be changed', "UPDATE revisions SET title = 'x'"],
  ['a revision cannot be deleted', 'DELETE FROM revisions'],
  ['a revision cannot be replaced', 'INSERT OR REPLACE INTO revisions SELECT * FROM revisions'],
  ['an upload cannot be deleted', 'DELETE FROM uploads'],
  ['a release cannot be changed', "UPDATE releases SET commit_id = 'x'"],
  ['a release cannot be deleted', 'DELETE FROM releases'],
  ['a release cannot be replaced', 'INSERT OR REPLACE INTO releases SELECT * FROM releases'],
  [
    'a release cannot be added beside the chain',
    `INSERT INTO releases SELECT tenant, subscription, region, 7, 'sha256:x', 'sha256:y', commit_id, source, subject,
      repository, run, kind, at, reason, overrides FROM releases`,
  ],
  ['a release entry cannot be changed', "UPDATE release_entries SET digest = 'x'"],
  ['a release entry cannot be deleted', 'DELETE FROM release_entries'],
  ['a release entry cannot be replaced', 'INSERT OR REPLACE INTO release_entries SELECT * FROM release_entries'],
  ['an audit record cannot be changed', "UPDATE audit SET actor = 'x'"],
  ['an audit record cannot be deleted', 'DELETE FROM audit'],
  ['an audit record cannot be replaced', 'INSERT OR REPLACE INTO audit SELECT * FROM audit'],
  ['a token gets no other role', "UPDATE tokens SET role = 'operator'"],
  ['a token gets no more time while it is revoked', 'UPDATE tokens SET revoked_at = 1, expires_at = 9'],
  ['a token is not deleted', 'DELETE FROM tokens'],
];

for (const [title, sql] of FORBIDDEN) {
  test(`${title}, not even by hand`, () =>
    inFilled(async (file) => {
      // A plain connection, without the settings that ours has.
      const database = new DatabaseSync(file);
      assert.throws(() => database.exec(sql), /never|only|not the release before/);
      database.close();
    }));
}

test('a revoked token stays revoked', () =>
  inFilled(async (file) => {
    const database = new DatabaseSync(file);
    database.exec('UPDATE tokens SET revoked_at = 5');
    assert.throws(() => database.exec('UPDATE tokens SET revoked_at = NULL'), /only revoked, once/);
    database.close();
  }));

test('the key of every table begins with the tenant', () =>
  inFilled(async (file) => {
    const database = new DatabaseSync(file);
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    assert.ok(tables.length >= 12);
    for (const { name } of tables) {
      const key = database.prepare('SELECT name FROM pragma_table_info(?) WHERE pk = 1').get(String(name));
      assert.is(key?.['name'], 'tenant', String(name));
    }
    database.close();
  }));

test('a token is nowhere in the file, only its hash', () =>
  inFilled(async (file) => {
    const bytes = readFileSync(file);
    assert.ok(bytes.includes(token().hash));
  }));

test('a disk that is full is a failure that leaves nothing behind, and the store goes on', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'registry.sqlite');
    const connection = openConnection(file);
    migrate(connection, file);
    const store = sqliteStore(connection);
    const own = store.tenant(TENANT);
    const pages = Number(connection.one('PRAGMA page_count')?.['page_count']);
    connection.script(`PRAGMA max_page_count = ${pages + 2}`);
    const big = { ...revision(1), summary: { ...SUMMARY, description: 'x'.repeat(100_000) } };
    const failure = await failureOf(() => own.revisions.add(SCOPE, SOURCE, big, audit()));
    assert.is(failure.kind, 'unavailable');
    assert.match(failure.message, /^The disk is full/);
    assert.is(await own.revisions.bytes(digest(1)), undefined);
    assert.equal(await own.audit.list({ after: 0, limit: 9 }), []);
    connection.script('PRAGMA max_page_count = 100000');
    assert.is(await own.revisions.add(SCOPE, SOURCE, big, audit()), 'added');
    await store.close();
  }));

test('bytes that were changed on the disk are not given out', () =>
  inFilled(async (file, folder) => {
    const database = new DatabaseSync(file);
    database.exec('DROP TRIGGER revisions_no_update');
    database.exec("UPDATE revisions SET sha256 = 'x'");
    database.close();
    const store = await openStore(folder);
    const failure = await failureOf(() => store.tenant(TENANT).revisions.bytes(digest(1)));
    assert.match(failure.message, /value in column "bytes" that it never wrote/);
    await store.close();
  }));

const STRANGERS: readonly (readonly [string, (file: string) => void, RegExp])[] = [
  [
    'a file that is no database',
    (file) => writeFileSync(file, 'hello '.repeat(1000)),
    /is damaged, or is not a database$/,
  ],
  [
    "another program's database",
    (file) => new DatabaseSync(file).exec('CREATE TABLE theirs (a)'),
    /is not a registry's database$/,
  ],
  [
    'a database of a newer version',
    (file) => new DatabaseSync(file).exec('PRAGMA application_id = 1668182631; PRAGMA user_version = 999'),
    /has schema 999, newer than/,
  ],
  ['a folder in its place', (file) => mkdirSync(file), /cannot be read or written$/],
];

for (const [title, make, message] of STRANGERS) {
  test(`${title} is refused, untouched`, () =>
    inFolder(async (folder) => {
      make(join(folder, 'registry.sqlite'));
      const failure = await failureOf(() => openStore(folder));
      assert.is(failure.kind, 'unavailable');
      assert.match(failure.message, message);
      assert.ok(failure.hint);
    }));
}

test('a data folder below a file is refused with a message', () =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, 'file'), '');
    const failure = await failureOf(() => openStore(join(folder, 'file', 'registry')));
    assert.match(failure.message, /^The data folder ".*" cannot be written$/);
  }));

test.run();
