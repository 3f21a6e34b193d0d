import { stringMember, type Json } from '../domain/json.ts';
import type { Lose } from './arm-losses.ts';
import type { TemplateParameters } from './arm-parameters.ts';
import { isSecretRef } from './native-values.ts';

/** What one export gathers on its way. */
export interface ArmContext {
  readonly parameters: TemplateParameters;
  readonly lose: Lose;
}

/** The expression that reads the secret which `{secretRef: NAME}` names; undefined for every other value. */
export function secretIn(value: Json | undefined, parameters: TemplateParameters): string | undefined {
  const name = value !== undefined && isSecretRef(value) ? stringMember(value, 'secretRef') : undefined;
  return name === undefined ? undefined : parameters.secret(name);
}
