import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import type { Store, TenantStore } from '../../../src/adapters/store/store.ts';
import {
  audit,
  binding,
  commit,
  digest,
  entry,
  id,
  inFolder,
  OTHER_SCOPE,
  OTHER_SOURCE,
  OTHER_TENANT,
  revision,
  SCOPE,
  SOURCE,
  SUMMARY,
  TENANT,
  token,
} from './samples.ts';

// What every implementation of the store must do. A new one (PostgreSQL) is one more row here.
const STORES: readonly (readonly [string, (work: (store: Store) => Promise<void>) => Promise<void>])[] = [
  [
    'sqlite',
    (work) =>
      inFolder(async (folder) => {
        const store = await openStore(folder);
        try {
          await work(store);
        } finally {
          await store.close();
        }
      }),
  ],
];

const test = suite('adapters/store/conformance');

const actions = async (store: TenantStore): Promise<string[]> =>
  (await store.audit.list({ after: 0, limit: 100 })).map((record) => record.action);

const upload = async (store: TenantStore, ...numbers: readonly number[]): Promise<void> => {
  for (const number of numbers) await store.revisions.add(SCOPE, SOURCE, revision(number), audit('revision/add'));
};

for (const [name, withStore] of STORES) {
  const check = (title: string, work: (own: TenantStore, store: Store) => Promise<void>): void => {
    test(`${name}: ${title}`, () => withStore((store) => work(store.tenant(TENANT), store)));
  };

  check('a revision reads back as it was written, and its second upload writes nothing', async (own) => {
    assert.is(await own.revisions.add(SCOPE, SOURCE, revision(1), audit()), 'added');
    assert.is(await own.revisions.add(SCOPE, SOURCE, { ...revision(1), bytes: Buffer.from('x') }, audit()), 'known');
    assert.equal(Buffer.from((await own.revisions.bytes(digest(1)))!), Buffer.from(revision(1).bytes));
    assert.equal([...(await own.revisions.summaries([digest(1), digest(2)]))], [[digest(1), SUMMARY]]);
    assert.is((await actions(own)).length, 1);
  });

  check('a revision that another source or scope uploaded is still missing for this one', async (own) => {
    await upload(own, 1);
    assert.equal(await own.revisions.missing(SCOPE, SOURCE, [digest(2), digest(1)]), [digest(2)]);
    assert.equal(await own.revisions.missing(SCOPE, OTHER_SOURCE, [digest(1)]), [digest(1)]);
    assert.equal(await own.revisions.missing(OTHER_SCOPE, SOURCE, [digest(1)]), [digest(1)]);
    assert.is(await own.revisions.add(OTHER_SCOPE, SOURCE, revision(1), audit()), 'added');
    assert.equal(await own.revisions.missing(OTHER_SCOPE, SOURCE, [digest(1)]), []);
  });

  check('releases form a chain, each with its own entries', async (own) => {
    await upload(own, 1, 2, 3);
    const owners = { users: ['u'], groups: ['g'], github: ['9'] };
    const origin = { converter: 'ours@1', sourceSha256: 'ab' };
    await own.releases.commit(commit(1, { absent: null, mail: entry(1, { owners, origin }), news: entry(2) }), audit());
    await own.releases.commit(commit(2, { mail: null, news: entry(3), zoo: entry(1) }), audit());
    await own.releases.commit(commit(3, { mail: entry(2) }), audit());
    const at = async (sequence: number) => [...(await own.releases.entries(SCOPE, sequence))];
    assert.equal(await at(1), [
      [id('mail'), entry(1, { owners, origin })],
      [id('news'), entry(2)],
    ]);
    assert.equal(await at(2), [
      [id('news'), entry(3)],
      [id('zoo'), entry(1)],
    ]);
    assert.equal(
      (await at(3)).map(([connector]) => connector),
      ['mail', 'news', 'zoo'],
    );
    assert.equal((await own.releases.head(SCOPE))?.sequence, 3);
    const history = await own.releases.history(SCOPE, id('mail'));
    assert.equal(
      history.map((change) => [change.sequence, change.entry?.digest, change.release]),
      [
        [3, digest(2), digest(1003)],
        [2, undefined, digest(1002)],
        [1, digest(1), digest(1001)],
      ],
    );
    assert.equal(await own.releases.holdersOf(SCOPE, digest(1)), [
      { connector: id('mail'), source: SOURCE },
      { connector: id('zoo'), source: SOURCE },
    ]);
    assert.equal(await own.releases.holdersOf(OTHER_SCOPE, digest(1)), []);
  });

  check('a release reads back with everything it was committed with', async (own) => {
    await upload(own, 1);
    const header = {
      kind: 'rollback' as const,
      reason: 'it broke',
      overrides: [{ digest: 'sha256:x', reason: 'meant' }],
    };
    const wanted = commit(1, { mail: entry(1) }, { header });
    await own.releases.commit(wanted, audit());
    const full = { ...wanted.header, scope: { tenant: TENANT, ...SCOPE } };
    assert.equal(await own.releases.find(SCOPE, digest(1001)), full);
    assert.equal(await own.releases.list(SCOPE, { before: 2, limit: 9 }), [full]);
    assert.equal(await own.releases.list(SCOPE, { before: 1, limit: 9 }), []);
    assert.equal(await own.releases.heads(), [full]);
    assert.is(await own.releases.find(OTHER_SCOPE, digest(1001)), undefined);
  });

  check("a source's newest publish is found, whatever was rolled back or published by others since", async (own) => {
    await upload(own, 1);
    await own.releases.commit(commit(1, { mail: entry(1) }), audit());
    await own.releases.commit(commit(2, {}, { header: { kind: 'rollback' } }), audit());
    await own.releases.commit(commit(3, {}, { header: { source: OTHER_SOURCE } }), audit());
    assert.is((await own.releases.newestPublishOf(SCOPE, SOURCE))?.sequence, 1);
    assert.is((await own.releases.newestPublishOf(SCOPE, OTHER_SOURCE))?.sequence, 3);
    assert.is(await own.releases.newestPublishOf(OTHER_SCOPE, SOURCE), undefined);
  });

  check('a commit on a parent that is not the head is refused, and nothing of it is written', async (own) => {
    await upload(own, 1);
    await own.releases.commit(commit(1, { mail: entry(1) }), audit());
    const before = await actions(own);
    const late = commit(1, { news: entry(1) }, { header: { digest: digest(77) } });
    assert.equal(await own.releases.commit(late, audit()), { kind: 'parent-moved' });
    const early = commit(3, { news: entry(1) });
    assert.equal(await own.releases.commit(early, audit()), { kind: 'parent-moved' });
    assert.equal([...(await own.releases.entries(SCOPE, 9))], [[id('mail'), entry(1)]]);
    assert.equal(await actions(own), before);
  });

  check('of many commits on one parent exactly one wins', async (own) => {
    await upload(own, 1);
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        own.releases.commit(commit(1, { mail: entry(1) }, { header: { digest: digest(5000 + index) } }), audit()),
      ),
    );
    assert.is(results.filter((result) => result.kind === 'committed').length, 1);
  });

  check('an entry whose revision the source never uploaded there is refused', async (own) => {
    await upload(own, 1);
    const result = await own.releases.commit(commit(1, { mail: entry(1), news: entry(2) }), audit());
    assert.equal(result, { kind: 'revision-missing', digests: [digest(2)] });
    const stolen = commit(1, { mail: entry(1, { source: OTHER_SOURCE }) }, { header: { source: OTHER_SOURCE } });
    assert.equal((await own.releases.commit(stolen, audit())).kind, 'revision-missing');
    assert.is(await own.releases.head(SCOPE), undefined);
  });

  check('pins come and go with releases', async (own) => {
    await upload(own, 1, 2);
    const pin = { connector: id('mail'), source: SOURCE, rejected: digest(2), reason: 'broke' };
    const absence = { connector: id('news'), source: SOURCE, rejected: null, reason: '' };
    await own.releases.commit(commit(1, { mail: entry(1) }, { pins: [pin, absence] }), audit());
    assert.equal(await own.releases.pins(SCOPE), [pin, absence]);
    assert.equal(await own.releases.pins(OTHER_SCOPE), []);
    await own.releases.commit(commit(2, { mail: entry(2) }, { unpins: [pin, absence] }), audit());
    assert.equal(await own.releases.pins(SCOPE), []);
  });

  check('a token is found by its hash, and is gone from use when revoked', async (own) => {
    const bound = { scope: SCOPE, purpose: 'publish' as const, release: digest(5) };
    const { hash, ...known } = token({ bound, expiresAt: 99, repository: 'o/r', run: '3' });
    await own.tokens.add({ hash, ...known }, audit());
    assert.equal(await own.tokens.findByHash(hash), { ...known, revokedAt: undefined });
    assert.is(await own.tokens.findByHash('b'.repeat(64)), undefined);
    const when = audit();
    assert.is(await own.tokens.revoke('token-1', when), true);
    assert.is((await own.tokens.find('token-1'))?.revokedAt, when.at);
    assert.is(await own.tokens.revoke('token-1', audit()), false);
    assert.is(await own.tokens.revoke('nobody', audit()), false);
    assert.is((await actions(own)).length, 2);
  });

  check('a foreign token id opens one token, whatever the number of tries', async (own) => {
    const use = { issuer: 'https://issuer', jti: 'j1', keepUntil: Date.parse('2099-01-01') };
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        own.tokens.addOnce(use, token({ id: `t${index}`, hash: String(index) }), audit()),
      ),
    );
    assert.is(results.filter((result) => result === 'added').length, 1);
    assert.is((await own.tokens.list()).length, 1);
    assert.is((await actions(own)).length, 1);
    const elsewhere = { ...use, issuer: 'https://another' };
    assert.is(await own.tokens.addOnce(elsewhere, token({ id: 'x', hash: 'x' }), audit()), 'added');
  });

  check('a burned id is remembered until its time has passed', async (own) => {
    const now = audit();
    const use = { issuer: 'i', jti: 'j', keepUntil: now.at };
    assert.is(await own.tokens.addOnce(use, token({ id: 'a', hash: 'a' }), now), 'added');
    assert.is(await own.tokens.addOnce(use, token({ id: 'b', hash: 'b' }), now), 'replayed');
    assert.is(await own.tokens.addOnce(use, token({ id: 'c', hash: 'c' }), { ...now, at: now.at + 1 }), 'added');
  });

  check('bindings are found by their scope and removed once', async (own) => {
    await own.bindings.add(binding(), audit());
    await own.bindings.add(binding({ id: 'binding-2', environment: 'prod', scope: OTHER_SCOPE }), audit());
    assert.equal(await own.bindings.ofScope(SCOPE), [binding()]);
    assert.is((await own.bindings.list()).length, 2);
    assert.is(await own.bindings.remove('binding-1', audit()), true);
    assert.is(await own.bindings.remove('binding-1', audit()), false);
    assert.equal(await own.bindings.ofScope(SCOPE), []);
  });

  check('grants are looked up by subject and by group', async (own) => {
    const { subscription, region } = SCOPE;
    const bySubject = { id: 'g1', holder: { kind: 'subject' as const, id: 'ada' }, subscription, region };
    const byGroup = { id: 'g2', holder: { kind: 'group' as const, id: 'makers' }, subscription, region: '*' as const };
    assert.is(await own.grants.add(bySubject, audit()), 'added');
    assert.is(await own.grants.add({ ...bySubject, id: 'g9' }, audit()), 'known');
    assert.is(await own.grants.add(byGroup, audit()), 'added');
    assert.equal(await own.grants.of('ada', []), [{ subscription, region }]);
    assert.equal(await own.grants.of('bob', ['makers', 'x']), [{ subscription, region: '*' }]);
    assert.equal(await own.grants.of('makers', ['ada']), []);
    assert.equal(await own.grants.list(), [bySubject, byGroup]);
    assert.is(await own.grants.remove('g1', audit()), true);
    assert.is(await own.grants.remove('g1', audit()), false);
    assert.is((await actions(own)).length, 3);
  });

  check('a sign-in code opens one session, which ends', async (own) => {
    await own.tokens.add(token(), audit());
    const now = audit();
    await own.sessions.addCode({ hash: 'code', tokenId: 'token-1', expiresAt: now.at + 60_000 }, now);
    const session = (hash: string) => ({ hash, expiresAt: now.at + 100_000 });
    const redeem = async (code: string, name: string, at = now.at) =>
      (await own.sessions.redeem(code, session(name), at, (token) => ({ ...now, actor: token.subject })))?.id;
    assert.is(await redeem('guess', 's0'), undefined);
    assert.is(await redeem('code', 's1'), 'token-1');
    assert.is(await redeem('code', 's2'), undefined);
    assert.is((await own.audit.list({ after: 2, limit: 9 }))[0]?.actor, 'ada');
    assert.is((await own.sessions.find('s1', now.at))?.id, 'token-1');
    assert.is(await own.sessions.find('s1', now.at + 100_000), undefined);
    assert.is(await own.sessions.find('s2', now.at), undefined);
    await own.sessions.addCode({ hash: 'late', tokenId: 'token-1', expiresAt: now.at + 1 }, now);
    assert.is(await redeem('late', 's3', now.at + 1), undefined);
  });

  check('the audit log is numbered without gaps and reads back whole', async (own) => {
    const record = audit('grant/add');
    await own.tokens.add(token(), record);
    await own.bindings.add(binding(), { at: 5, actor: 'bob', action: 'binding/add', on: 'x' });
    assert.equal(await own.audit.list({ after: 0, limit: 9 }), [
      { ...record, sequence: 1 },
      { sequence: 2, at: 5, actor: 'bob', action: 'binding/add', on: 'x', details: {} },
    ]);
    assert.is((await own.audit.list({ after: 1, limit: 9 })).length, 1);
    assert.is((await own.audit.list({ after: 0, limit: 1 })).length, 1);
  });

  check('one tenant sees nothing of another', async (own, store) => {
    await upload(own, 1);
    await own.releases.commit(commit(1, { mail: entry(1) }), audit());
    await own.tokens.add(token(), audit());
    await own.bindings.add(binding(), audit());
    const grant = { id: 'g1', holder: { kind: 'subject' as const, id: 'ada' }, ...SCOPE };
    await own.grants.add(grant, audit());
    await own.sessions.addCode({ hash: 'code', tokenId: 'token-1', expiresAt: 1e15 }, audit());
    const other = store.tenant(OTHER_TENANT);
    const seen = [
      await other.revisions.bytes(digest(1)),
      (await other.revisions.summaries([digest(1)])).size,
      await other.releases.heads(),
      await other.releases.head(SCOPE),
      await other.releases.find(SCOPE, digest(1001)),
      (await other.releases.entries(SCOPE, 1)).size,
      await other.releases.history(SCOPE, id('mail')),
      await other.releases.holdersOf(SCOPE, digest(1)),
      await other.tokens.findByHash(token().hash),
      await other.tokens.list(),
      await other.tokens.revoke('token-1', audit()),
      await other.bindings.list(),
      await other.bindings.remove('binding-1', audit()),
      await other.grants.of('ada', []),
      await other.grants.remove('g1', audit()),
      await other.sessions.redeem('code', { hash: 's', expiresAt: 1e15 }, 0, () => audit()),
      await other.audit.list({ after: 0, limit: 9 }),
    ];
    const nothing = [
      undefined,
      0,
      [],
      undefined,
      undefined,
      0,
      [],
      [],
      undefined,
      [],
      false,
      [],
      false,
      [],
      false,
      undefined,
      [],
    ];
    assert.equal(seen, nothing);
    assert.is(await other.revisions.add(SCOPE, SOURCE, revision(1), audit()), 'added');
    assert.is((await other.releases.commit(commit(1, { mail: entry(1) }), audit())).kind, 'committed');
    assert.is((await own.releases.list(SCOPE, { before: 9, limit: 9 })).length, 1);
  });

  check('a closed store says so', async (own, store) => {
    await store.ping();
    await store.close();
    await store.close();
    for (const act of [() => store.ping(), () => own.tokens.list()]) {
      let failed = '';
      await act().catch((cause: Error) => (failed = cause.message));
      assert.is(failed, 'The registry is stopping');
    }
  });
}

test.run();
