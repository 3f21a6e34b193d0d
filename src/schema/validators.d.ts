/** An error as ajv reports it, with the parameters that scripts/compile-schemas.ts adds. */
export interface AjvError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Set by `propertyNames`: the error is about this key of the object at `instancePath`. */
  readonly propertyName?: string;
}

export interface Validate {
  (value: unknown): boolean;
  errors?: readonly AjvError[] | null;
}

export const connector: Validate;
export const registry: Validate;
export const openapi2: Validate;
export const properties: Validate;
