import fetch, { FetchError, type Response } from 'node-fetch';
import { Failure } from '../../domain/failure.ts';
import { isObject, stringMember, type JsonObject } from '../../domain/json.ts';

export interface Exchange {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly token: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

export interface Answer {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly bytes: Buffer;
}

const TIMEOUT_MS = 30_000;
/** Larger than any answer of a registry: a list of 10,000 entries is about 3 MB. */
const ANSWER_LIMIT = 64 * 1024 * 1024;
const ATTEMPTS = 4;

/**
 * One request, repeated at most three times when the registry is busy or cannot be reached. Every request of this client may be
 * repeated: uploads are addressed by content, and a release names its parent.
 * Redirects are refused: a token must not travel to another host.
 */
export async function exchange(request: Exchange): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryOnce(request);
    if (outcome.kind === 'answer' && !isBusy(outcome.answer.status)) return outcome.answer;
    if (attempt === ATTEMPTS || (outcome.kind === 'failed' && isFinal(outcome.cause))) {
      if (outcome.kind === 'answer') return outcome.answer;
      throw unreachable(request, outcome.cause);
    }
    await pause(outcome.kind === 'answer' ? outcome.answer.headers.get('retry-after') : null, attempt);
  }
}

type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly cause: unknown };

async function tryOnce({ method, url, token, headers, body }: Exchange): Promise<Outcome> {
  try {
    const response: Response = await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        'user-agent': 'connectors',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: Buffer.from(body) }),
      redirect: 'error',
      size: ANSWER_LIMIT,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { kind: 'answer', answer: { status: response.status, headers: response.headers, bytes } };
  } catch (cause) {
    return { kind: 'failed', cause };
  }
}

function isBusy(status: number): boolean {
  return status === 429 || status === 502 || status === 503 || status === 504;
}

/** A refused redirect, or an answer over the limit, is the same the next time; a broken connection may not be. */
function isFinal(cause: unknown): boolean {
  return cause instanceof FetchError && cause.type !== 'system' && cause.type !== 'body-timeout';
}

/** Retry-After in seconds, at most 10; otherwise 0.2 s, 0.4 s, 0.8 s. */
async function pause(retryAfter: string | null, attempt: number): Promise<void> {
  const asked = Number(retryAfter);
  const ms = retryAfter !== null && asked > 0 ? Math.min(asked, 10) * 1000 : 100 * 2 ** attempt;
  await new Promise((resolve) => setTimeout(resolve, ms));
}

function unreachable({ url }: Exchange, cause: unknown): Failure {
  const why = cause instanceof Error ? cause.message.replace(/^request to \S+ failed, reason: /, '') : String(cause);
  return new Failure('unavailable', `The registry at ${new URL(url).origin} cannot be reached: ${why}`, {
    hint: 'Check the URL of the target in registry.yaml, and that the registry runs',
    cause,
  });
}

/** The answer as a JSON object, or a Failure that names the URL: a proxy's HTML page is not a registry. */
export function jsonOf(answer: Answer, url: string): JsonObject {
  try {
    const value: unknown = JSON.parse(answer.bytes.toString('utf8'));
    if (isObject(value)) return value;
  } catch {
    // Told below, with the start of what came.
  }
  const start = JSON.stringify(answer.bytes.toString('utf8', 0, 60));
  throw new Failure(
    'unavailable',
    `${url} answers ${answer.status} with something that is not a JSON object: ${start}`,
    {
      hint: 'Is there a proxy in between, or is the URL of the target in registry.yaml not a registry?',
    },
  );
}

/** The Failure for an answer that is an error: problem+json as our registry writes it, or whatever came. */
export function failureOf(answer: Answer, url: string): Failure {
  const problem = jsonOf(answer, url);
  const code = stringMember(problem, 'code') ?? `HTTP ${answer.status}`;
  const detail = stringMember(problem, 'detail') ?? stringMember(problem, 'title') ?? 'no reason given';
  const message = `The registry refuses (${code}): ${detail}`;
  const { status } = answer;
  if (status === 401)
    return new Failure('refused', message, { hint: 'Sign in again: the token is missing, wrong or expired' });
  if (status === 403) return new Failure('refused', message);
  if (status === 404)
    return new Failure('refused', `${message} (${url})`, { hint: 'The scope is not there, or not yours' });
  if (status === 409 || status === 412) return new Failure('conflict', message, { hint: 'Plan again' });
  if (status === 422) return new Failure('refused', `${message}${diagnosticsOf(problem)}`);
  return new Failure('unavailable', `${message} (${url})`);
}

function diagnosticsOf(problem: JsonObject): string {
  const found = problem['diagnostics'];
  if (!Array.isArray(found)) return '';
  const lines = found
    .slice(0, 10)
    .map((one: unknown) => `  ${stringMember(one, 'code') ?? ''}  ${stringMember(one, 'message') ?? ''}`);
  return lines.length === 0 ? '' : `\n${lines.join('\n')}`;
}
