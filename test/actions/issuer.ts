import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';

export const REPOSITORY_ID = '100200';
export const OWNER_ID = '300400';

type SigningKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

const CLAIMS = {
  repository: 'contoso/connectors',
  repository_id: REPOSITORY_ID,
  repository_owner_id: OWNER_ID,
  ref: 'refs/heads/main',
  run_id: '77',
};
const KEY_ID = 'key-1';
const REQUEST_TOKEN = 'request-token';

/** The issuer of workflows' identity tokens, on this machine: its keys, and the address where a job asks for a token. */
export class Issuer implements AsyncDisposable {
  /** What each token was for. */
  readonly audiences: string[] = [];
  /** Answers a request for a token in place of the issuer, when set. */
  broken: ((response: ServerResponse) => void) | undefined;
  readonly #jobs: Readonly<Record<string, string>>[] = [];
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response));
  readonly #privateKey: SigningKey;
  readonly #publicKey: JWK;

  constructor(privateKey: SigningKey, publicKey: JWK) {
    this.#privateKey = privateKey;
    this.#publicKey = publicKey;
  }

  static async start(): Promise<Issuer> {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const issuer = new Issuer(privateKey, { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'RS256', use: 'sig' });
    await new Promise<void>((resolve) => issuer.#server.listen(0, '127.0.0.1', resolve));
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get jwksUrl(): string {
    return `${this.url}/jwks`;
  }

  /** What the runner gives a job with `id-token: write`; the claims are those of its workflow. */
  job(workflow: string, claims: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const workflowRef = `contoso/connectors/.github/workflows/${workflow}@${claims['ref'] ?? CLAIMS.ref}`;
    this.#jobs.push({ ...CLAIMS, workflow_ref: workflowRef, ...claims });
    return {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${this.url}/token/${this.#jobs.length - 1}?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://issuer');
    if (url.pathname === '/jwks') return answer(response, 200, { keys: [this.#publicKey] });
    const claims = this.#jobs[Number(url.pathname.replace('/token/', ''))];
    const audience = url.searchParams.get('audience');
    if (claims === undefined || audience === null) return answer(response, 404, {});
    if (request.headers.authorization !== `Bearer ${REQUEST_TOKEN}`) return answer(response, 401, {});
    if (this.broken !== undefined) return this.broken(response);
    this.audiences.push(audience);
    return answer(response, 200, { value: await this.#sign(claims, audience) });
  }

  async #sign(claims: Readonly<Record<string, string>>, audience: string): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })
      .setIssuer(this.url)
      .setAudience(audience)
      .setSubject(`repo:${claims['repository']}:ref:${claims['ref']}`)
      .setJti(crypto.randomUUID())
      .setIssuedAt()
      .setNotBefore('0s')
      .setExpirationTime('5m')
      .sign(this.#privateKey);
  }
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
