import type { FastifyReply } from 'fastify';
import type { JsonObject } from '../../domain/json.ts';
import { errorDocs } from '../../report/docs-link.ts';
import { PROBLEMS, type ProblemCode } from '../problems.ts';

/** An expected end of a request: thrown anywhere below a route, answered as application/problem+json. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly more: JsonObject;
  readonly headers: Readonly<Record<string, string>>;

  /** `detail`: one sentence about this very request; the title when there is nothing to add. */
  constructor(
    code: ProblemCode,
    detail: string = PROBLEMS[code].title,
    options: {
      readonly more?: JsonObject;
      readonly headers?: Readonly<Record<string, string>>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(detail, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.more = options.more ?? {};
    this.headers = options.headers ?? {};
  }
}

/** The same for whatever is missing, belongs to another tenant or may not be seen: it says nothing of the request. */
export const notFound = (): Problem => new Problem('not-found');

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { status, title } = PROBLEMS[problem.code];
  const { code, message: detail, more } = problem;
  const body = JSON.stringify({ type: errorDocs(code), title, status, code, detail, ...more });
  return reply
    .code(status)
    .headers({ 'cache-control': 'no-store', ...problem.headers })
    .type('application/problem+json')
    .send(body);
}
