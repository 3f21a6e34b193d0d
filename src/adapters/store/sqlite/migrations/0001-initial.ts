// Every table's key begins with the tenant, so that the data shards by tenant and no query can forget it.
// SQL lives in TypeScript so that it survives bundling.

/**
 * Refuses every change of a row that exists. The insert trigger is there for connections that do not set recursive_triggers:
 * without it INSERT OR REPLACE would rewrite a row in silence.
 */
function immutable(table: string, key: readonly string[]): string {
  const same = key.map((column) => `${column} = NEW.${column}`).join(' AND ');
  return `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
  BEGIN SELECT RAISE(ABORT, '${table}: a row never changes'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
  BEGIN SELECT RAISE(ABORT, '${table}: a row is never deleted'); END;
CREATE TRIGGER ${table}_no_replace BEFORE INSERT ON ${table}
  WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${same})
  BEGIN SELECT RAISE(ABORT, '${table}: a row is never replaced'); END;
`;
}

const REVISIONS = `
CREATE TABLE revisions (
  tenant TEXT NOT NULL,
  digest TEXT NOT NULL,
  bytes BLOB NOT NULL,          -- canonical bytes, gzip
  sha256 TEXT NOT NULL,         -- of the canonical bytes, hexadecimal
  title TEXT,
  publisher TEXT,
  description TEXT,
  categories TEXT NOT NULL,     -- JSON array of strings
  products TEXT NOT NULL,       -- JSON array of {product, support, reasons}
  actions INTEGER NOT NULL,
  triggers INTEGER NOT NULL,
  has_icon INTEGER NOT NULL,
  PRIMARY KEY (tenant, digest)
) STRICT;
${immutable('revisions', ['tenant', 'digest'])}
CREATE TABLE uploads (
  tenant TEXT NOT NULL,
  subscription TEXT NOT NULL,
  region TEXT NOT NULL,
  source TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (tenant, subscription, region, source, digest),
  FOREIGN KEY (tenant, digest) REFERENCES revisions
) STRICT, WITHOUT ROWID;
${immutable('uploads', ['tenant', 'subscription', 'region', 'source', 'digest'])}
`;

const RELEASES = `
CREATE TABLE releases (
  tenant TEXT NOT NULL,
  subscription TEXT NOT NULL,
  region TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  digest TEXT NOT NULL,
  parent TEXT NOT NULL,         -- '' for the first: two NULLs would not collide in the unique key
  commit_id TEXT NOT NULL,
  source TEXT NOT NULL,
  subject TEXT NOT NULL,
  repository TEXT,
  run TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('publish', 'rollback')),
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  overrides TEXT NOT NULL,      -- JSON array of {digest, reason}
  PRIMARY KEY (tenant, subscription, region, sequence),
  UNIQUE (tenant, subscription, region, parent),
  UNIQUE (tenant, subscription, region, digest)
) STRICT;
${immutable('releases', ['tenant', 'subscription', 'region', 'sequence'])}
CREATE TRIGGER releases_are_a_chain BEFORE INSERT ON releases
  WHEN NEW.parent <> COALESCE((
    SELECT digest FROM releases WHERE tenant = NEW.tenant AND subscription = NEW.subscription
      AND region = NEW.region AND sequence = NEW.sequence - 1), '')
  BEGIN SELECT RAISE(ABORT, 'releases: the parent is not the release before'); END;

-- What each release changed: a name's row with the greatest sequence up to N is its entry in release N.
CREATE TABLE release_entries (
  tenant TEXT NOT NULL,
  subscription TEXT NOT NULL,
  region TEXT NOT NULL,
  connector TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  source TEXT NOT NULL,
  digest TEXT,                  -- NULL: the name was retired
  owners TEXT NOT NULL,         -- JSON {users, groups, github}
  converter TEXT,
  source_sha256 TEXT,
  PRIMARY KEY (tenant, subscription, region, connector, sequence),
  FOREIGN KEY (tenant, subscription, region, sequence) REFERENCES releases,
  FOREIGN KEY (tenant, subscription, region, source, digest) REFERENCES uploads
) STRICT, WITHOUT ROWID;
CREATE INDEX release_entries_by_digest ON release_entries (tenant, subscription, region, digest);
${immutable('release_entries', ['tenant', 'subscription', 'region', 'connector', 'sequence'])}
CREATE TABLE pins (
  tenant TEXT NOT NULL,
  subscription TEXT NOT NULL,
  region TEXT NOT NULL,
  source TEXT NOT NULL,
  connector TEXT NOT NULL,
  rejected TEXT NOT NULL,       -- '': its absence was rejected
  reason TEXT NOT NULL,
  PRIMARY KEY (tenant, subscription, region, source, connector, rejected)
) STRICT, WITHOUT ROWID;
`;

const ACCESS = `
CREATE TABLE tokens (
  tenant TEXT NOT NULL,
  id TEXT NOT NULL,
  hash TEXT NOT NULL,           -- sha256 of the token, hexadecimal
  name TEXT NOT NULL,
  subject TEXT NOT NULL,
  groups TEXT NOT NULL,         -- JSON array of strings
  role TEXT NOT NULL CHECK (role IN ('reader', 'publisher', 'reviewer', 'operator')),
  source TEXT,
  grants TEXT NOT NULL,         -- JSON array of {subscription, region}
  bound_subscription TEXT,
  bound_region TEXT,
  bound_purpose TEXT CHECK (bound_purpose IN ('read', 'publish')),
  bound_release TEXT,
  repository TEXT,
  run TEXT,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  expires_at INTEGER,
  revoked_at INTEGER,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, hash),
  CHECK ((bound_purpose IS NULL) = (bound_subscription IS NULL) AND (bound_purpose IS NULL) = (bound_region IS NULL))
) STRICT;
-- A token may be revoked, once. Nothing else about it changes, and it stays as a record of who could do what.
CREATE TRIGGER tokens_no_delete BEFORE DELETE ON tokens
  BEGIN SELECT RAISE(ABORT, 'tokens: a row is never deleted'); END;
CREATE TRIGGER tokens_only_revoke BEFORE UPDATE ON tokens
  WHEN OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL
  BEGIN SELECT RAISE(ABORT, 'tokens: a row is only revoked, once'); END;
CREATE TRIGGER tokens_no_more_rights BEFORE UPDATE OF tenant, id, hash, name, subject, groups, role, source, grants,
  bound_subscription, bound_region, bound_purpose, bound_release, repository, run, created_at, created_by, expires_at
  ON tokens
  BEGIN SELECT RAISE(ABORT, 'tokens: a row is only revoked, once'); END;

CREATE TABLE used_jti (
  tenant TEXT NOT NULL,
  issuer TEXT NOT NULL,
  jti TEXT NOT NULL,
  keep_until INTEGER NOT NULL,
  PRIMARY KEY (tenant, issuer, jti)
) STRICT, WITHOUT ROWID;

CREATE TABLE bindings (
  tenant TEXT NOT NULL,
  id TEXT NOT NULL,
  repository_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  repository TEXT NOT NULL,
  workflow TEXT NOT NULL,
  ref TEXT NOT NULL,
  environment TEXT,
  role TEXT NOT NULL CHECK (role IN ('reader', 'publisher')),
  source TEXT NOT NULL,
  subscription TEXT NOT NULL,
  region TEXT NOT NULL,
  PRIMARY KEY (tenant, id)
) STRICT;
CREATE INDEX bindings_by_scope ON bindings (tenant, subscription, region);

CREATE TABLE grants (
  tenant TEXT NOT NULL,
  id TEXT NOT NULL,
  holder_kind TEXT NOT NULL CHECK (holder_kind IN ('subject', 'group')),
  holder TEXT NOT NULL,
  subscription TEXT NOT NULL,
  region TEXT NOT NULL,         -- '*': any
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, holder_kind, holder, subscription, region)
) STRICT;

CREATE TABLE signin_codes (
  tenant TEXT NOT NULL,
  hash TEXT NOT NULL,
  token_id TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, hash),
  FOREIGN KEY (tenant, token_id) REFERENCES tokens
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  tenant TEXT NOT NULL,
  hash TEXT NOT NULL,
  token_id TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, hash),
  FOREIGN KEY (tenant, token_id) REFERENCES tokens
) STRICT, WITHOUT ROWID;
`;

const AUDIT = `
CREATE TABLE audit (
  tenant TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  token TEXT,
  action TEXT NOT NULL,
  on_what TEXT NOT NULL,
  request TEXT,
  details TEXT NOT NULL,        -- JSON object
  PRIMARY KEY (tenant, sequence)
) STRICT;
${immutable('audit', ['tenant', 'sequence'])}
`;

export const INITIAL = REVISIONS + RELEASES + ACCESS + AUDIT;
