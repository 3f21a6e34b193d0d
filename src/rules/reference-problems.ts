import { child, tokensOf } from '../domain/pointer.ts';
import { nearest } from './did-you-mean.ts';
import type { ReferenceNode } from './nodes.ts';
import { quote } from './quote.ts';
import { circleFrom, referable, referenceTo, SECTIONS, targetOf } from './references.ts';
import { inOpenApi, type Problem } from './rule.ts';
import type { Subject } from './subject.ts';

/** A finding when a reference of this kind names something that the document does not have. */
export function notFound(node: ReferenceNode, { document }: Subject, kind: ReferenceNode['kind']): Problem[] {
  const target = targetOf(document, node.reference, kind);
  if (node.kind !== kind || target.kind !== 'missing') return [];
  const { name } = target;
  const candidate = nearest(name, referable(document, kind));
  const hint =
    candidate === undefined
      ? `Add ${quote(name)} to "${SECTIONS[kind]}", or remove the reference`
      : `Did you mean ${quote(referenceTo(kind, candidate))}?`;
  return [{ at: place(node), message: `Reference ${quote(node.reference)} leads nowhere`, hint }];
}

/** A finding when a reference of this kind does not have the one form that is read. */
export function notValid(node: ReferenceNode, { document }: Subject, kind: ReferenceNode['kind']): Problem[] {
  if (node.kind !== kind || targetOf(document, node.reference, kind).kind !== 'not-valid') return [];
  const form = referenceTo(kind, '<name>');
  const message = `Reference ${quote(node.reference)} does not have the form ${quote(form)}`;
  return [{ at: place(node), message, hint: `Move what it stands for to "${SECTIONS[kind]}" and refer to it there` }];
}

/** A finding for each circle of references of this kind, at the first of its names in the alphabet. */
export function loop(node: ReferenceNode, { document }: Subject, kind: ReferenceNode['kind']): Problem[] {
  const [section, name, ...rest] = tokensOf(node.pointer);
  if (node.kind !== kind || section !== SECTIONS[kind] || name === undefined || rest.length > 0) return [];
  const circle = circleFrom(document, name, kind);
  if (circle === undefined || circle.some((other) => other < name)) return [];
  const way = [...circle, name].map((step) => quote(step)).join(' to ');
  const message = `References lead round in a circle and never to a ${kind}: ${way}`;
  return [{ at: place(node), message, hint: 'Write out what one of these names stands for' }];
}

function place(node: ReferenceNode): Problem['at'] {
  return inOpenApi(child(node.pointer, '$ref'));
}
