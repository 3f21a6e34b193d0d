import { member, objectMember, stringMember, type JsonObject } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import type { ConnectionParameter } from '../subject.ts';

/** The OAuth settings of a connection parameter. */
export interface Oauth {
  readonly settings: JsonObject;
  readonly pointer: Pointer;
  /** In lower case: the platform ignores its case. */
  readonly provider: string;
}

export function oauthOf({ value, pointer }: ConnectionParameter): Oauth | undefined {
  const settings = objectMember(value, 'oAuthSettings');
  if (settings === undefined) return undefined;
  const provider = (stringMember(settings, 'identityProvider') ?? '').toLowerCase();
  return { settings, pointer: child(pointer, 'oAuthSettings'), provider };
}

/** `"True"` in the published form; people also write the boolean. */
export function isFirstParty({ settings }: Oauth): boolean {
  const written = member(objectMember(settings, 'properties'), 'IsFirstParty');
  return written === true || (typeof written === 'string' && written.toLowerCase() === 'true');
}
