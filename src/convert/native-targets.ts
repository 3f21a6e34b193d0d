import type { Form } from './native-form.ts';
import type { Group } from './native-member.ts';

/** Where in the published object the value of a word goes. */
export interface Target {
  readonly path: readonly string[];
  readonly form: Form;
}

/** What stands below a key of connector.yaml: one value, or several with a key each. */
export type Head =
  | { readonly kind: 'one'; readonly target: Target }
  | { readonly kind: 'several'; readonly targets: Map<string, Target> }
  | { readonly kind: 'gathered'; readonly path: readonly string[]; readonly prefix: string };

/** The words of a shape by their first key in connector.yaml. */
export function headsOf(shape: Group): ReadonlyMap<string, Head> {
  const heads = new Map<string, Head>();
  addHeads(heads, shape, []);
  return heads;
}

function addHeads(heads: Map<string, Head>, shape: Group, above: readonly string[]): void {
  for (const [key, found] of shape.members) {
    const path = [...above, key];
    if (found.kind === 'group') addHeads(heads, found, path);
    else addWord(heads, found.path, { path, form: found.form });
  }
  const { prefixed } = shape;
  if (prefixed !== undefined) heads.set(prefixed.word, { kind: 'gathered', path: above, prefix: prefixed.prefix });
}

function addWord(heads: Map<string, Head>, [head = '', second]: readonly string[], target: Target): void {
  if (second === undefined) return void heads.set(head, { kind: 'one', target });
  const known = heads.get(head);
  if (known?.kind === 'several') known.targets.set(second, target);
  else heads.set(head, { kind: 'several', targets: new Map([[second, target]]) });
}
