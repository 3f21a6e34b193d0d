import { child } from '../domain/pointer.ts';
import { nearest } from './did-you-mean.ts';
import type { ReferenceNode } from './nodes.ts';
import { quote } from './quote.ts';
import { isLoop, referable, referenceTo, SECTIONS, targetOf } from './references.ts';
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

/** A finding when a reference of this kind only leads to references, in a circle. */
export function loop(node: ReferenceNode, { document }: Subject, kind: ReferenceNode['kind']): Problem[] {
  if (node.kind !== kind || !isLoop(document, node.reference, kind)) return [];
  const message = `Reference ${quote(node.reference)} leads round in a circle and never to a ${kind}`;
  return [{ at: place(node), message, hint: 'Write out what the name stands for at one place of the circle' }];
}

function place(node: ReferenceNode): Problem['at'] {
  return inOpenApi(child(node.pointer, '$ref'));
}
