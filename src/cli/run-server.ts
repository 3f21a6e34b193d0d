import { openStore } from '../adapters/store/open-store.ts';
import type { Store } from '../adapters/store/store.ts';
import type { TenantId } from '../domain/scope.ts';
import { bootstrap } from '../server/bootstrap.ts';
import { closedBySignal, listen } from '../server/listen.ts';
import { leaveSignals } from './signals.ts';

export interface RunServerOptions {
  readonly data: string;
  readonly host: string;
  readonly port: number;
  readonly tenant?: TenantId;
  readonly publicUrl?: string;
  readonly trustProxy?: readonly string[];
  readonly oidcIssuer?: string;
  readonly oidcJwks?: string;
}

/** Serves until SIGTERM or SIGINT, then finishes what is under way. */
export async function runServer({
  data,
  host,
  port,
  tenant,
  publicUrl,
  trustProxy,
  oidcIssuer,
  oidcJwks,
}: RunServerOptions): Promise<void> {
  const store = await openStore(data);
  if (tenant !== undefined) await printFirstOperator(store, tenant);
  const running = await listen({
    store,
    host,
    port,
    config: {
      ...(publicUrl === undefined ? {} : { publicUrl: publicUrl.replace(/\/+$/, '') }),
      ...(trustProxy === undefined ? {} : { trustProxy }),
      oidc: {
        ...(oidcIssuer === undefined ? {} : { issuer: oidcIssuer }),
        ...(oidcJwks === undefined ? {} : { jwksUrl: oidcJwks }),
      },
    },
  });
  leaveSignals();
  const closed = closedBySignal(running);
  // Told last: whoever reads that it listens may stop it at once.
  console.error(`The registry listens on ${running.url}, its data is in "${data}". Ctrl-C or SIGTERM stops it.`);
  await closed;
}

/** The token is shown this once: only its hash is stored. */
async function printFirstOperator(store: Store, tenant: TenantId): Promise<void> {
  const issued = await bootstrap(store, { tenant, now: new Date() });
  if (issued === undefined) console.error(`Tenant ${tenant} has tokens already: no first operator is made.`);
  else console.log(`First operator of tenant ${tenant}, shown this once:\n${issued.secret}`);
}
