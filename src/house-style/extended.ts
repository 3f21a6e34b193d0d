import { arrayMember, isArray, type Json, type JsonObject, member } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { notAllowed, notValid, type RulesetProblem } from './ruleset-problem.ts';
import { BUILT_IN, isOneOf, type BuiltIn } from './words.ts';

/** How much of an extended ruleset is on: all of it, its recommended rules, or none until named. */
export const SHARES = ['all', 'recommended', 'off'] as const;
export type Share = (typeof SHARES)[number];

/** One entry of `extends`, as written. */
export interface Extended {
  readonly target:
    | { readonly kind: 'built-in'; readonly name: BuiltIn }
    /** From the root of the tree. */
    | { readonly kind: 'file'; readonly path: string };
  readonly share?: Share;
  readonly pointer: Pointer;
}

/** What a ruleset extends. `file` is its own path: paths in it are relative to its folder. */
export function extendedBy(
  ruleset: JsonObject,
  file: string,
): { readonly extended: readonly Extended[]; readonly problems: readonly RulesetProblem[] } {
  const extended: Extended[] = [];
  const problems: RulesetProblem[] = [];
  for (const [entry, pointer] of entriesOfExtends(member(ruleset, 'extends'))) {
    const [name, share] = isArray(entry) ? entry : [entry];
    const target = typeof name === 'string' ? targetOf(name, file, pointer) : undefined;
    if (target === undefined || (share !== undefined && !isOneOf(SHARES, share))) {
      const message = `"extends" has an entry that is neither a name nor a name with ${SHARES.join(', ')}`;
      problems.push(notValid(pointer, message, 'Write, for example, [spectral:oas, recommended]'));
    } else if ('code' in target) problems.push(target);
    else extended.push({ target, pointer, ...(share === undefined ? {} : { share }) });
  }
  return { extended, problems };
}

/** `extends` is a name, or a list of names and of pairs `[name, share]`. */
function entriesOfExtends(value: Json | undefined): [Json, Pointer][] {
  if (value === undefined) return [];
  const list = arrayMember({ value }, 'value');
  return list === undefined ? [[value, '/extends']] : list.map((one, index) => [one, child('/extends', index)]);
}

function targetOf(name: string, file: string, at: Pointer): Extended['target'] | RulesetProblem {
  if (isOneOf(BUILT_IN, name)) return { kind: 'built-in', name };
  const hint = `A ruleset extends ${BUILT_IN.join(', ')}, or a YAML or JSON file of this tree`;
  if (name.startsWith('spectral:')) return notValid(at, `There is no ruleset "${name}" for connectors`, hint);
  if (/^[a-z][a-z0-9+.-]*:/i.test(name) || name.startsWith('//') || name.includes('\\')) {
    return notAllowed(at, `"${name}" is not in this tree, and nothing is fetched`, hint);
  }
  if (/\.(?:[cm]?[jt]sx?|wasm)$/i.test(name)) {
    return notAllowed(at, `"${name}" is a program, and code of a ruleset is never run`, hint);
  }
  if (!/\.(?:ya?ml|json)$/i.test(name)) return notAllowed(at, `"${name}" is a package, and none is loaded`, hint);
  const path = name.startsWith('/') ? undefined : pathFrom(file, name);
  if (path === undefined) return notAllowed(at, `"${name}" lies outside of this tree`, hint);
  return { kind: 'file', path };
}

/** A path relative to a file's folder, from the root; undefined when it leads above the root. */
function pathFrom(file: string, relative: string): string | undefined {
  const steps = file.split('/').slice(0, -1);
  for (const step of relative.split('/')) {
    if (step === '..' && steps.pop() === undefined) return undefined;
    if (!['', '.', '..'].includes(step)) steps.push(step);
  }
  return steps.join('/');
}
