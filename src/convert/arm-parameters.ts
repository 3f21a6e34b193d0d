import type { Json, JsonObject } from '../domain/json.ts';
import { literalValue } from './arm-expressions.ts';

/** More are refused by Resource Manager. */
export const MOST_PARAMETERS = 256;

/** A parameter of a template, and what stands for its value in the parameters file. */
interface TemplateParameter {
  readonly name: string;
  readonly type: 'string' | 'securestring';
  readonly description: string;
  /** As the template has it, so an expression of ours or an escaped text. Without one it has to be given. */
  readonly defaultValue?: string;
  /** undefined: left out of the parameters file. */
  readonly placeholder: string | undefined;
}

/** What whoever deploys a template decides. Names differ in more than their case, as Resource Manager asks. */
export class TemplateParameters {
  readonly #byName = new Map<string, TemplateParameter>();
  readonly #bySecret = new Map<string, string>();

  /** Adds one, under `name` or a free name like it. Gives the expression that reads it. */
  add(parameter: TemplateParameter): string {
    const name = this.#free(parameter.name);
    this.#byName.set(name.toLowerCase(), { ...parameter, name });
    return `[parameters('${name}')]`;
  }

  /** The expression for a secret that is named in the connector; the same for the same name. */
  secret(secretName: string): string {
    const known = this.#bySecret.get(secretName);
    if (known !== undefined) return known;
    const expression = this.add({
      name: camelCase(secretName),
      type: 'securestring',
      description: `The secret ${secretName}.`,
      placeholder: `<value of ${secretName}>`,
    });
    this.#bySecret.set(secretName, expression);
    return expression;
  }

  get count(): number {
    return this.#byName.size;
  }

  /** The member `parameters` of a template. */
  declared(): JsonObject {
    return Object.fromEntries(
      [...this.#byName.values()].map(({ name, type, description, defaultValue }): [string, Json] => [
        name,
        { type, ...(defaultValue === undefined ? {} : { defaultValue }), metadata: { description } },
      ]),
    );
  }

  /** The member `parameters` of a parameters file. Nothing in it is evaluated. */
  values(): JsonObject {
    return Object.fromEntries(
      [...this.#byName.values()].flatMap(({ name, placeholder }): [string, Json][] =>
        placeholder === undefined ? [] : [[name, { value: placeholder }]],
      ),
    );
  }

  #free(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#byName.has(name.toLowerCase()); number += 1) name = `${wanted}${number}`;
    return name;
  }
}

/** `githubClientSecret` for GITHUB_CLIENT_SECRET, `apiKeyClientSecret` for `api_key client secret`. */
export function camelCase(text: string): string {
  const words = text.match(/[A-Za-z0-9]+/g) ?? [];
  const [first = 'parameter', ...rest] = words.map((word) => (/^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word));
  const name = first.charAt(0).toLowerCase() + first.slice(1) + rest.map(capital).join('');
  return /^[a-z]/.test(name) ? name.slice(0, 100) : `p${name}`.slice(0, 100);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A default that is somebody else's text. */
export function literalDefault(text: string): { readonly defaultValue: string } {
  return { defaultValue: literalValue(text) as string };
}
