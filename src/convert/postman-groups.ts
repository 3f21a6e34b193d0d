import { VERBS, type Verb } from '../domain/operation.ts';
import { quoted } from './openapi-3-wording.ts';
import type { PostmanField, PostmanRequest } from './postman-model.ts';
import { shapeOf, type PathTemplate } from './postman-paths.ts';
import type { PostmanReport } from './postman-report.ts';
import type { Scheme } from './postman-security.ts';

/** A request with what is known of its address and how it says who calls. */
export interface Placed {
  readonly request: PostmanRequest;
  readonly template: PathTemplate;
  readonly scheme: Scheme;
}

/** Requests that are one operation: the same verb, the same path but for the names and values of its variables. */
export interface Group {
  readonly verb: Verb;
  /** With the names that the first request to this path gives its variables. */
  readonly path: string;
  /** For GraphQL: the path that the service knows, when several operations share it. */
  readonly route: string | undefined;
  readonly members: readonly Placed[];
}

export function groupRequests(placed: readonly Placed[], report: PostmanReport): Group[] {
  const paths = new Map<string, string>();
  const groups = new Map<string, { verb: Verb; path: string; route: string | undefined; members: Placed[] }>();
  const shared = sharedGraphql(placed);
  for (const one of placed) {
    const verb = verbOf(one.request, report);
    if (verb === undefined) continue;
    const shape = shapeOf(one.template.path);
    const route = one.request.body.kind === 'graphql' && shared.has(shape) ? one.template.path : undefined;
    const written = route === undefined ? one.template.path : freePath(route, groups.size);
    const path = paths.get(shapeOf(written)) ?? written;
    paths.set(shapeOf(written), path);
    const key = `${verb} ${shapeOf(path)}`;
    const group = groups.get(key) ?? { verb, path, route, members: [] };
    groups.set(key, group);
    group.members.push(one);
    noteFolded(group.members, report);
  }
  return [...groups.values()];
}

/** Paths at which more than one GraphQL request is sent: 2.0 has one operation for a path and a verb. */
function sharedGraphql(placed: readonly Placed[]): ReadonlySet<string> {
  const shapes = placed
    .filter(({ request }) => request.body.kind === 'graphql')
    .map(({ template }) => shapeOf(template.path));
  return new Set(shapes.filter((shape, index) => shapes.indexOf(shape) !== index));
}

/** A stand-in until operations have their ids. */
function freePath(path: string, count: number): string {
  return `${path === '/' ? '' : path}/${STAND_IN}${count}`;
}

export const STAND_IN = 'graphql~operation~';

function verbOf({ method, pointer, name }: PostmanRequest, report: PostmanReport): Verb | undefined {
  const verb = VERBS.find((known) => known === method.toLowerCase());
  if (verb === undefined) {
    const message = `OpenAPI 2.0 has no verb ${quoted(method)}, so the request ${quoted(name)} is left out`;
    report.lose(pointer, 'method', message, 'If the service takes another verb too, use that one');
  }
  return verb;
}

function noteFolded(members: readonly Placed[], report: PostmanReport): void {
  const [first] = members;
  const last = members.at(-1);
  if (first === undefined || last === undefined || first === last) return;
  const message = `${quoted(last.request.name)} goes to the same address as ${quoted(first.request.name)}, so the two are one operation`;
  report.note(last.request.pointer, 'duplicate', message, 'Its parameters and examples are part of that operation');
}

/** What each request says about the variables of the path, under the names that the path has. */
export function pathFieldsOf({ path, members }: Group): readonly (readonly PostmanField[])[] {
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  return members.map(({ template }) =>
    template.parameters.flatMap((field, index) =>
      names[index] === undefined ? [] : [{ ...field, key: names[index] }],
    ),
  );
}
