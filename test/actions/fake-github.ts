import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  answer,
  artifactAnswer,
  commentAnswer,
  failWith,
  pullRequestAnswer,
  type Failing,
  type FakeArtifact,
  type FakeComment,
  type FakePullRequest,
} from './fake-answers.ts';
import { answerViolations, findOperation, violationsOf, type Operation } from './github-operations.ts';

export interface SeenRequest {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
}

export type Permissions = Readonly<Record<string, 'read' | 'write'>>;

const NEEDS: Readonly<Record<string, readonly [permission: string, level: 'read' | 'write']>> = {
  'repos/get': ['metadata', 'read'],
  'pulls/create': ['pull-requests', 'write'],
  'pulls/list': ['pull-requests', 'read'],
  'issues/list-comments': ['pull-requests', 'read'],
  'issues/create-comment': ['pull-requests', 'write'],
  'issues/update-comment': ['pull-requests', 'write'],
  'actions/list-workflow-run-artifacts': ['actions', 'read'],
  'actions/download-artifact': ['actions', 'read'],
};

/** GitHub's REST API as far as we use it, on this machine. It refuses what GitHub refuses, and `violations` says what was wrong. */
export class FakeGitHub implements AsyncDisposable {
  readonly pullRequests: FakePullRequest[] = [];
  readonly comments: FakeComment[] = [];
  readonly artifacts: FakeArtifact[] = [];
  readonly requests: SeenRequest[] = [];
  readonly violations: string[] = [];
  /** What GitHub says about the person behind a token. */
  mayPush = true;
  readonly bot = { login: 'github-actions[bot]', type: 'Bot' };
  readonly #repository: string;
  readonly #tokens = new Map<string, Permissions>();
  readonly #failing = new Map<string, { how: Failing; times: number }>();
  readonly #api: Server = createServer((request, response) => void this.#serve(request, response));
  readonly #blobs: Server = createServer((request, response) => this.#serveBlob(request, response));
  #nextId = 1000;

  constructor(repository: string) {
    this.#repository = repository;
  }

  static async start(repository: string): Promise<FakeGitHub> {
    const fake = new FakeGitHub(repository);
    await Promise.all([fake.#api, fake.#blobs].map((server) => listen(server)));
    return fake;
  }

  get url(): string {
    return originOf(this.#api);
  }

  /** A token like a job's: with exactly these permissions. */
  issueToken(permissions: Permissions): string {
    const token = `ghs_${this.#tokens.size}_test`;
    this.#tokens.set(token, permissions);
    return token;
  }

  addArtifact(run: number, name: string, bytes: Uint8Array, expired = false): FakeArtifact {
    const artifact = { id: (this.#nextId += 1), run, name, bytes, expired };
    this.artifacts.push(artifact);
    return artifact;
  }

  addComment(pullRequest: number, body: string, user: FakeComment['user'] = this.bot): FakeComment {
    const comment = { id: (this.#nextId += 1), pullRequest, body, user, edits: 0 };
    this.comments.push(comment);
    return comment;
  }

  /** Makes an operation fail, the given number of times. */
  fail(operation: string, how: Failing, times = Number.POSITIVE_INFINITY): void {
    this.#failing.set(operation, { how, times });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of [this.#api, this.#blobs]) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://fake');
    const body = await bodyOf(request);
    const found = findOperation(request.method ?? '', url.pathname);
    this.requests.push({
      operation: found?.operation.operationId ?? 'unknown',
      method: request.method ?? '',
      url: request.url ?? '',
      body: body === undefined ? undefined : parseLenient(body),
    });
    if (found === undefined) {
      this.violations.push(`${request.method} ${url.pathname} is no operation that we use`);
      return answer(response, 404, { message: 'Not Found' });
    }
    const violations = violationsOf(found, url, body);
    if (violations.length > 0) {
      this.violations.push(...violations);
      return answer(response, 422, { message: 'Validation Failed', errors: violations });
    }
    if (this.#failNow(found.operation.operationId, response)) return undefined;
    const refused = this.#authorize(request, found.operation, found.parameters);
    if (refused !== undefined) return answer(response, refused[0], { message: refused[1] });
    return this.#perform(found.operation.operationId, found.parameters, url, body, response);
  }

  #authorize(
    request: IncomingMessage,
    operation: Operation,
    path: Readonly<Record<string, string>>,
  ): [number, string] | undefined {
    const token = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const permissions = this.#tokens.get(token ?? '');
    if (permissions === undefined) return [401, 'Bad credentials'];
    if (`${path['owner']}/${path['repo']}` !== this.#repository) return [404, 'Not Found'];
    const [permission, level] = NEEDS[operation.operationId]!;
    const has = permissions[permission];
    return has === level || has === 'write' ? undefined : [403, 'Resource not accessible by integration'];
  }

  #perform(
    operation: string,
    path: Readonly<Record<string, string>>,
    url: URL,
    body: string | undefined,
    response: ServerResponse,
  ): void {
    if (operation === 'actions/download-artifact') return this.#redirectToBlob(Number(path['artifact_id']), response);
    const [status, value] = this.#answerTo(operation, path, url, body);
    if (status < 300) this.violations.push(...answerViolations(operation, status, value));
    return answer(response, status, value);
  }

  #answerTo(
    operation: string,
    path: Readonly<Record<string, string>>,
    url: URL,
    body: string | undefined,
  ): [status: number, value: unknown] {
    switch (operation) {
      case 'repos/get':
        return [200, { default_branch: 'main', permissions: { push: this.mayPush } }];
      case 'pulls/create':
        return this.#propose(parseLenient(body ?? '') as Proposed);
      case 'pulls/list':
        return [200, pageOf(this.#pullRequestsOf(url), url).map(pullRequestAnswer)];
      case 'issues/list-comments': {
        const own = this.comments.filter((comment) => comment.pullRequest === Number(path['issue_number']));
        return [200, pageOf(own, url).map(commentAnswer)];
      }
      case 'actions/list-workflow-run-artifacts': {
        const ofRun = this.artifacts.filter((one) => one.run === Number(path['run_id']));
        const own = ofRun.filter((one) => one.name === (url.searchParams.get('name') ?? one.name));
        return [200, { total_count: own.length, artifacts: pageOf(own, url).map(artifactAnswer) }];
      }
      case 'issues/create-comment':
        return this.#create(Number(path['issue_number']), textOf(body));
      default:
        return this.#update(Number(path['comment_id']), textOf(body));
    }
  }

  #propose({ title, head, base, body }: Proposed): [number, unknown] {
    const owner = this.#repository.split('/')[0] ?? '';
    if (this.pullRequests.some((one) => one.head.branch === head)) return [422, { message: 'Validation Failed' }];
    const number = this.pullRequests.length + 1;
    const made = { owner, branch: head, sha: '0'.repeat(40), repositoryId: 1 };
    this.pullRequests.push({ number, state: 'open', title, body, head: made, baseBranch: base });
    return [201, { number, html_url: `https://github.example/${this.#repository}/pull/${number}` }];
  }

  #create(pullRequest: number, text: string): [number, unknown] {
    if (!this.pullRequests.some((one) => one.number === pullRequest)) return [404, { message: 'Not Found' }];
    if (text.length > 65_536) return [422, { message: 'Validation Failed: body is too long' }];
    return [201, commentAnswer(this.addComment(pullRequest, text))];
  }

  #update(id: number, text: string): [number, unknown] {
    const comment = this.comments.find((one) => one.id === id);
    if (comment === undefined) return [404, { message: 'Not Found' }];
    if (text.length > 65_536) return [422, { message: 'Validation Failed: body is too long' }];
    comment.body = text;
    comment.edits += 1;
    return [200, commentAnswer(comment)];
  }

  #redirectToBlob(id: number, response: ServerResponse): void {
    const artifact = this.artifacts.find((one) => one.id === id);
    if (artifact === undefined) return answer(response, 404, { message: 'Not Found' });
    if (artifact.expired) return answer(response, 410, { message: 'Artifact has expired' });
    response.writeHead(302, { location: `${originOf(this.#blobs)}/${artifact.id}?sig=x` }).end();
    return undefined;
  }

  /** GitHub filters by head only when it reads `account:branch`. */
  #pullRequestsOf(url: URL): FakePullRequest[] {
    const state = url.searchParams.get('state') ?? 'open';
    const head = url.searchParams.get('head');
    return this.pullRequests
      .filter((one) => state === 'all' || one.state === state)
      .filter((one) => head === null || !head.includes(':') || head === `${one.head.owner}:${one.head.branch}`);
  }

  /** The storage behind artifacts: another host, to which GitHub's token must not travel. */
  #serveBlob(request: IncomingMessage, response: ServerResponse): void {
    const artifact = this.artifacts.find((one) => request.url?.startsWith(`/${one.id}?`));
    if (request.headers.authorization !== undefined) {
      this.violations.push('the token was sent to the storage of artifacts');
      response.writeHead(400).end();
      return;
    }
    if (artifact === undefined || this.#failNow('blob', response)) {
      if (artifact === undefined) response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/zip' }).end(artifact.bytes);
  }

  #failNow(operation: string, response: ServerResponse): boolean {
    const failing = this.#failing.get(operation);
    if (failing === undefined || failing.times <= 0) return false;
    failing.times -= 1;
    failWith(failing.how, response);
    return true;
  }
}

interface Proposed {
  readonly title: string;
  readonly body: string;
  readonly head: string;
  readonly base: string;
}

function pageOf<T>(all: readonly T[], url: URL): T[] {
  const size = Math.min(100, Number(url.searchParams.get('per_page') ?? 30));
  const start = (Number(url.searchParams.get('page') ?? 1) - 1) * size;
  return all.slice(start, start + size);
}

function textOf(body: string | undefined): string {
  const value = parseLenient(body ?? '') as { body?: string };
  return value.body ?? '';
}

function parseLenient(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? undefined : text;
}

async function listen(server: Server): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
