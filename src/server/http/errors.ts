import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '../../domain/failure.ts';
import { notFoundPage, renderErrorPage } from '../catalog/error-page.ts';
import { PAGE_HEADERS } from '../catalog/page-headers.ts';
import { viewerOf } from '../catalog/viewer.ts';
import { PROBLEMS } from '../problems.ts';
import { Problem, sendProblem } from './problem.ts';

/** The one place where what was thrown becomes an answer. No stack and no path of this machine leaves it. */
export function answerError(cause: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(cause);
  if (problem.code === 'internal' || problem.code === 'unavailable') request.log.error({ err: cause }, problem.code);
  else request.log.info({ code: problem.code }, 'refused');
  return wantsPage(request) ? sendPage(request, reply, problem) : sendProblem(reply, problem);
}

/** A page's errors are pages; so is a path that leads nowhere, for a browser. */
function wantsPage({ routeOptions, headers, is404 }: FastifyRequest): boolean {
  return routeOptions.config.page === true || (is404 && headers.accept?.includes('text/html') === true);
}

function sendPage(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const { status, title } = PROBLEMS[problem.code];
  const viewer = viewerOf(request.identity.caller);
  const page = problem.code === 'not-found' ? notFoundPage(viewer) : { viewer, status, title, detail: problem.message };
  return reply
    .code(status)
    .headers({ ...problem.headers, ...PAGE_HEADERS })
    .send(renderErrorPage(page));
}

export function problemOf(cause: unknown): Problem {
  if (cause instanceof Problem) return cause;
  if (cause instanceof Failure) {
    return new Problem('unavailable', 'The registry cannot do this now; nothing is half done', {
      headers: { 'retry-after': '5' },
      cause,
    });
  }
  return isFastifyError(cause) ? frameworkProblem(cause) : new Problem('internal', undefined, { cause });
}

function isFastifyError(cause: unknown): cause is FastifyError {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && cause.code.startsWith('FST_');
}

function frameworkProblem(error: FastifyError): Problem {
  switch (error.code) {
    case 'FST_ERR_VALIDATION':
      return new Problem('request/invalid', shapeDetail(error));
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('request/too-large');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem('request/unsupported-type', 'Send it as application/json');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Problem('request/invalid', 'The body is not as long as its header says');
    // A path that cannot be decoded, or has a longer part than any of ours, names nothing.
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new Problem('not-found');
    default:
      return new Problem('internal', undefined, { cause: error });
  }
}

/** Where the first mismatch is, in our own words. */
function shapeDetail(error: FastifyError): string {
  const [first] = error.validation ?? [];
  const part = error.validationContext ?? 'body';
  if (first === undefined) return `The ${part} is not what this route takes`;
  const where = first.instancePath === '' ? `The ${part}` : `"${first.instancePath}" of the ${part}`;
  const parameters = first.params;
  switch (first.keyword) {
    case 'required':
      return `${where} lacks "${String(parameters['missingProperty'])}"`;
    case 'additionalProperties':
      return `${where} has "${String(parameters['additionalProperty'])}", which is not known here`;
    case 'type':
      return `${where} is not of type ${String(parameters['type'])}`;
    default:
      return `${where} does not fit (${first.keyword})`;
  }
}
