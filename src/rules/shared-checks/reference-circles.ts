import { entriesOf, member, stringMember, type JsonObject } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import type { ReferenceNode } from '../nodes.ts';
import { quote } from '../quote.ts';
import { SECTIONS, targetOf } from '../facts/references.ts';
import { inOpenApi, type Problem } from '../rule.ts';

/** A finding for each circle of references that stand for nothing but each other. Each name is followed once, so long chains cost little. */
export function referenceCircles(document: JsonObject, kind: ReferenceNode['kind']): Problem[] {
  const section = SECTIONS[kind];
  const done = new Set<string>();
  return entriesOf(member(document, section)).flatMap(([start]) => {
    const circle = circleAhead(document, start, kind, done);
    return circle === undefined ? [] : [problemOf(circle, section, kind)];
  });
}

/** The circle that following references from a name runs into; undefined when it ends, or at what was followed before. */
function circleAhead(
  document: JsonObject,
  start: string,
  kind: ReferenceNode['kind'],
  done: Set<string>,
): readonly string[] | undefined {
  const way = new Set<string>();
  let name: string | undefined = start;
  while (name !== undefined && !done.has(name) && !way.has(name)) {
    way.add(name);
    const reference = stringMember(member(member(document, SECTIONS[kind]), name), '$ref');
    const target = reference === undefined ? undefined : targetOf(document, reference, kind);
    name = target?.kind === 'found' ? target.name : undefined;
  }
  for (const passed of way) done.add(passed);
  if (name === undefined || !way.has(name)) return undefined;
  return fromSmallest([...way].slice([...way].indexOf(name)));
}

/** The same circle from its first name in the alphabet, so that the order of definitions does not decide where it is told. */
function fromSmallest(circle: readonly string[]): string[] {
  const smallest = circle.reduce((one, two) => (two < one ? two : one));
  const start = circle.indexOf(smallest);
  return [...circle.slice(start), ...circle.slice(0, start)];
}

function problemOf(circle: readonly string[], section: string, kind: ReferenceNode['kind']): Problem {
  const [first = ''] = circle;
  const shown = circle.length > 5 ? [...circle.slice(0, 4), '...'] : circle;
  const way = [...shown, first].map((name) => (name === '...' ? name : quote(name))).join(' to ');
  return {
    at: inOpenApi(pointerTo(section, first, '$ref')),
    message: `References lead round in a circle and never to a ${kind}: ${way}`,
    hint: 'Write out what one of these names stands for',
  };
}
