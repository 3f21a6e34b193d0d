import { child } from '../../domain/pointer.ts';
import { guessed } from '../did-you-mean.ts';
import type { ReferenceNode } from '../nodes.ts';
import { quote } from '../quote.ts';
import { referable, referenceTo, SECTIONS, targetOf } from '../facts/references.ts';
import { inOpenApi, type Problem } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** A finding when a reference of this kind names something that the document does not have. */
export function notFound(
  node: ReferenceNode,
  { document }: Subject,
  kind: ReferenceNode['kind'],
): Problem[] | undefined {
  const target = node.kind === kind ? targetOf(document, node.reference, kind) : undefined;
  if (target?.kind !== 'missing') return undefined;
  const hint = guessed(
    target.name,
    referable(document, kind),
    (candidate) => `Did you mean ${quote(referenceTo(kind, candidate))}?`,
    `Add ${quote(target.name)} to "${SECTIONS[kind]}", or remove the reference`,
  );
  return [{ at: place(node), message: `Reference ${quote(node.reference)} leads nowhere`, hint }];
}

/** A finding when a reference of this kind does not have the one form that is read. */
export function notValid(
  node: ReferenceNode,
  { document }: Subject,
  kind: ReferenceNode['kind'],
): Problem[] | undefined {
  if (node.kind !== kind || targetOf(document, node.reference, kind).kind !== 'not-valid') return undefined;
  const form = referenceTo(kind, '<name>');
  const message = `Reference ${quote(node.reference)} does not have the form ${quote(form)}`;
  return [{ at: place(node), message, hint: `Move what it stands for to "${SECTIONS[kind]}" and refer to it there` }];
}

function place(node: ReferenceNode): Problem['at'] {
  return inOpenApi(child(node.pointer, '$ref'));
}
