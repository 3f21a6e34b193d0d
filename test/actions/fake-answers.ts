import type { ServerResponse } from 'node:http';

export interface FakePullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly title: string;
  readonly body?: string;
  readonly head: {
    readonly owner: string;
    readonly branch: string;
    readonly sha: string;
    readonly repositoryId: number;
  };
  readonly baseBranch: string;
}

export interface FakeComment {
  readonly id: number;
  readonly pullRequest: number;
  body: string;
  readonly user: { readonly login: string; readonly type: string };
  edits: number;
}

export interface FakeArtifact {
  readonly id: number;
  readonly run: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expired: boolean;
}

/** How a request fails: with a status, without any answer, with half an answer, or with another program's page. */
export type Failing = 403 | 404 | 410 | 422 | 429 | 500 | 502 | 503 | 'hang' | 'reset' | 'cut' | 'html' | 'rate-limit';

export function failWith(how: Failing, response: ServerResponse): void {
  if (typeof how === 'number') return answer(response, how, { message: `Injected ${how}` });
  const json = { 'content-type': 'application/json; charset=utf-8' };
  switch (how) {
    case 'hang':
      return undefined;
    case 'reset':
      response.socket?.destroy();
      return undefined;
    case 'cut':
      response.writeHead(200, json).end('[{"id": 1, "number": 1, "bo');
      return undefined;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><title>Sign in to the proxy</title></html>');
      return undefined;
    case 'rate-limit':
      response.writeHead(403, { ...json, 'retry-after': '60', 'x-ratelimit-remaining': '0' });
      response.end('{"message":"You have exceeded a secondary rate limit"}');
      return undefined;
  }
}

export function pullRequestAnswer(one: FakePullRequest): unknown {
  return {
    number: one.number,
    state: one.state,
    title: one.title,
    head: {
      ref: one.head.branch,
      sha: one.head.sha,
      repo: { id: one.head.repositoryId },
      user: { login: one.head.owner },
    },
    base: { ref: one.baseBranch },
  };
}

export function commentAnswer(comment: FakeComment): unknown {
  return { id: comment.id, body: comment.body, user: comment.user };
}

export function artifactAnswer(one: FakeArtifact): unknown {
  return { id: one.id, name: one.name, size_in_bytes: one.bytes.length, expired: one.expired };
}

export function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}
