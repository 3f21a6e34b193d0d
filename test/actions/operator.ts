import { OWNER_ID, REPOSITORY_ID } from './issuer.ts';
import { SCOPE, SUBSCRIPTION } from './sample-connector.ts';

export interface RegistryAnswer {
  readonly status: number;
  /** Without the time and the number of the request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body, when it is a JSON object; otherwise empty. */
  readonly value: Readonly<Record<string, unknown>>;
}

/** Somebody with a token of a registry, or with none. */
export class Caller {
  readonly #url: string;
  readonly #token: string | undefined;

  constructor(url: string, token: string | undefined) {
    this.#url = url;
    this.#token = token;
  }

  async get(path: string): Promise<RegistryAnswer> {
    return this.#send(path, { method: 'GET' });
  }

  async post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<RegistryAnswer> {
    return this.#send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  /** A path below the scope that the tests publish to. */
  async inScope(rest: string): Promise<RegistryAnswer> {
    return this.get(`/v1/scopes/${SCOPE}${rest}`);
  }

  async #send(path: string, init: RequestInit): Promise<RegistryAnswer> {
    const own = this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` };
    const headers = { ...own, ...(init.headers as Record<string, string>) };
    const response = await fetch(this.#url + path, { ...init, headers });
    const text = await response.text();
    const value = text.startsWith('{') ? (JSON.parse(text) as RegistryAnswer['value']) : {};
    return { status: response.status, headers: lastingHeaders(response.headers), text, value };
  }
}

function lastingHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name !== 'date' && name !== 'x-request-id'));
}

/** The operator of a tenant, who lets workflows publish and makers read. */
export class Operator extends Caller {
  readonly #registry: string;

  constructor(url: string, token: string) {
    super(url, token);
    this.#registry = url;
  }

  /** Binds the two workflows of `.github/workflows` that sign in. */
  async bindWorkflows(): Promise<void> {
    await this.bind('connectors-plan.yml', 'reader');
    await this.bind('connectors-publish.yml', 'publisher', { environment: 'registry' });
  }

  async bind(workflow: string, role: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
    const binding = {
      repositoryId: REPOSITORY_ID,
      ownerId: OWNER_ID,
      repository: 'contoso/connectors',
      workflow: `.github/workflows/${workflow}`,
      ref: 'refs/heads/main',
      role,
      subscription: SUBSCRIPTION,
      region: 'westeurope',
      ...more,
    };
    demand(201, await this.post('/v1/bindings', binding));
  }

  /** The token of an operator who looks after what this repository publishes. */
  async keeperToken(): Promise<string> {
    const keeper = { name: 'on call', subject: 'on call', role: 'operator', source: `github:${REPOSITORY_ID}` };
    return demand(201, await this.post('/v1/tokens', keeper))['token'] as string;
  }

  /** A maker with a grant of the subscription, in the operator's own tenant. */
  async maker(name: string): Promise<Caller> {
    const grants = [{ subscription: SUBSCRIPTION, region: 'westeurope' }];
    const made = demand(201, await this.post('/v1/tokens', { name, subject: name, role: 'reader', grants }));
    return new Caller(this.#registry, made['token'] as string);
  }
}

/** The answer's JSON, when its status is the wanted one. */
export function demand(status: number, answer: RegistryAnswer): RegistryAnswer['value'] {
  if (answer.status === status) return answer.value;
  throw new Error(`The registry answers ${answer.status}, not ${status}: ${answer.text}`);
}
