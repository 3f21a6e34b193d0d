import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeGitHub } from '../actions/fake-github.ts';
import { Issuer } from '../actions/issuer.ts';
import { Caller, demand, Operator } from '../actions/operator.ts';
import { Repository } from '../actions/repository.ts';
import { connectorFiles, registryFile, TENANT } from '../actions/sample-connector.ts';
import { GitHubSide } from './github-side.ts';
import { RegistryProcess } from './registry-process.ts';

const OTHER_TENANT = '99999999-9999-4999-8999-999999999999';

/** Git takes it, and a shell would run it. */
export const BRANCH = 'add-tomorrow;$(id>pwned)&x=`id`';

/** Everything that a connector meets on its way, on this machine: a repository, GitHub, a registry, and people of two tenants. */
export class Life implements AsyncDisposable {
  readonly #folder: string;
  readonly registry: RegistryProcess;
  readonly repository: Repository;
  readonly side: GitHubSide;
  /** Of the tenant that is published to, with a grant. */
  readonly maker: Caller;
  /** Of another tenant in the same registry, with a grant of the same name. */
  readonly stranger: Caller;
  /** An operator who may read and roll back what the repository publishes. */
  readonly keeper: Caller;
  readonly keeperToken: string;

  constructor(
    folder: string,
    registry: RegistryProcess,
    side: GitHubSide,
    people: { readonly maker: Caller; readonly stranger: Caller; readonly keeperToken: string },
  ) {
    this.#folder = folder;
    this.registry = registry;
    this.side = side;
    this.repository = side.repository;
    this.maker = people.maker;
    this.stranger = people.stranger;
    this.keeperToken = people.keeperToken;
    this.keeper = new Caller(registry.url, people.keeperToken);
  }

  static async begin(): Promise<Life> {
    const folder = mkdtempSync(join(tmpdir(), 'loop-'));
    const issuer = await Issuer.start();
    const serve = { folder, issuer: issuer.url, jwks: issuer.jwksUrl };
    const before = await RegistryProcess.start({ ...serve, tenant: OTHER_TENANT });
    const code = await before.stop();
    if (code !== 0) throw new Error(`The registry stopped with ${code}`);

    const registry = await RegistryProcess.start({ ...serve, tenant: TENANT });
    const operator = new Operator(registry.url, registry.operatorToken);
    await operator.bindWorkflows();
    const people = {
      maker: await operator.maker('ada'),
      stranger: await new Operator(registry.url, before.operatorToken).maker('eve'),
      keeperToken: await operator.keeperToken(),
    };
    const repository = new Repository({ ...connectorFiles('weather'), 'registry.yaml': registryFile(registry.url) });
    const github = await FakeGitHub.start('contoso/connectors');
    return new Life(folder, registry, new GitHubSide(github, issuer, repository, BRANCH), people);
  }

  /** The operations that the maker finds in the weather connector. */
  async operations(): Promise<string[]> {
    const document = demand(200, await this.maker.inScope('/connectors/weather/openapi.json'));
    const paths = document['paths'] as Record<string, { readonly get: { readonly operationId: string } }>;
    return Object.values(paths).map((path) => path.get.operationId);
  }

  /** The digest of the release that is live. */
  async release(): Promise<string> {
    return demand(200, await this.keeper.inScope('/releases/head'))['release'] as string;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.registry.stop();
    this.repository[Symbol.dispose]();
    await this.side[Symbol.asyncDispose]();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
