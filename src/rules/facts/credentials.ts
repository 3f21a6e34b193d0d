import { entriesOf, member, stringMember, type JsonObject } from '../../domain/json.ts';
import { pointerTo, type Pointer } from '../../domain/pointer.ts';
import type { ConnectionParameter } from '../subject.ts';

/** One entry of `securityDefinitions` whose type is known. */
export interface SecurityDefinition {
  readonly name: string;
  readonly type: string;
  readonly pointer: Pointer;
}

export function securityDefinitionsOf(document: JsonObject | undefined): SecurityDefinition[] {
  return entriesOf(member(document, 'securityDefinitions')).flatMap(([name, definition]) => {
    const type = stringMember(definition, 'type');
    return type === undefined ? [] : [{ name, type, pointer: pointerTo('securityDefinitions', name) }];
  });
}

export function hasType({ value }: ConnectionParameter, ...types: readonly string[]): boolean {
  return types.includes(stringMember(value, 'type') ?? '');
}

export function isOauth(parameter: ConnectionParameter): boolean {
  // One connector spells it in another case, for which there is a rule.
  return stringMember(parameter.value, 'type')?.toLowerCase() === 'oauthsetting';
}

/** What a maker types in: a text, secret or not. */
export function isTyped(parameter: ConnectionParameter): boolean {
  return hasType(parameter, 'string', 'securestring');
}
