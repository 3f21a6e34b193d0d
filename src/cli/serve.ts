import { type Command, InvalidArgumentError } from 'commander';
import { parseTenantId, type TenantId } from '../domain/scope.ts';
import { LOCAL_FOLDER } from './sign-in.ts';
import { trustedProxy } from './trusted-proxy.ts';

interface ServeOptions {
  readonly data: string;
  readonly host: string;
  readonly port: number;
  readonly tenant?: TenantId;
  readonly publicUrl?: string;
  readonly trustProxy?: readonly string[];
  readonly oidcIssuer?: string;
  readonly oidcJwks?: string;
}

export function addServe(root: Command): void {
  root
    .command('serve')
    .description('run a registry on an embedded database')
    .option('--data <folder>', 'where the database lives; made when missing', LOCAL_FOLDER)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port to listen on; 0 takes a free one', portOf, 7311)
    .option('--tenant <id>', 'print a first operator token for this tenant, when it has none yet', tenantOf)
    .option('--public-url <url>', 'the address that users and GitHub tokens name, when a proxy stands in front')
    .option(
      '--trust-proxy <address...>',
      'addresses or networks of the proxies in front, whose X-Forwarded-For is believed; nobody unless named',
      trustedProxy,
    )
    .option('--oidc-issuer <url>', "issuer of workflows' tokens, for GitHub Enterprise Server")
    .option('--oidc-jwks <url>', "where the issuer's keys are, when not at its usual place")
    // Fastify and SQLite are loaded by who serves, and by nobody else: every other verb starts without them.
    .action(async (options: ServeOptions) => (await import('./run-server.ts')).runServer(options));
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}

function tenantOf(text: string): TenantId {
  const tenant = parseTenantId(text);
  if (tenant === undefined) throw new InvalidArgumentError('A tenant id is a GUID without braces.');
  return tenant;
}
