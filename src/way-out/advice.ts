import type { Change } from '../domain/change.ts';

/** What only a person can do about something that breaks. */
export interface Advice {
  readonly kind: string;
  readonly operationId?: string;
  /** What breaks. */
  readonly message: string;
  /** What to do. */
  readonly hint: string;
}

const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:host|base-path|schemes)-changed$/,
    'Keep the old address for the operations that are there, and send the new ones elsewhere: with a policy "dynamichosturl" or "routerequesttoendpoint" that names them, or in a connector of its own',
  ],
  [
    /^(?:auth-type-changed|api-key-location-changed|security-definition-changed|operation-security-changed)$/,
    'Add the new way to sign in as a further choice (connectionParameterSets), with the old one as the first: connections that exist go on with what they have',
  ],
  [
    /^oauth-scopes-added$/,
    'Offer a further choice to sign in that asks for the new scopes, or ask for them only in a connector of its own: people have consented to the old ones',
  ],
  [
    /^oauth-redirect-mode-changed$/,
    'Add the new redirect address at the identity provider first, tell those who use an app registration of their own, then acknowledge the change',
  ],
  [
    /^oauth-/,
    'Add the new settings as a further choice to sign in (connectionParameterSets), and keep the old choice as it is',
  ],
  [
    /^required-connection-parameter-added$|^connection-parameter-made-required$/,
    'Make the parameter optional, and let a policy give a default where a connection has none',
  ],
  [
    /^connection-parameter-(?:removed|renamed)$/,
    'Keep the old parameter, hidden ("hidden" among its constraints) and optional, and read the new one where it is given',
  ],
  [
    /^connection-parameter-type-changed$/,
    'Keep the parameter with the type it has, and add another one with the new type',
  ],
  [
    /^connection-parameter-values-narrowed$/,
    'Keep the values that connections may hold, and have the new ones above them',
  ],
  [
    /^connection-parameter-set(?:-removed|s-introduced|-renamed)$/,
    'Keep the choice that connections were made with, under its name; it may say in its text that another is better',
  ],
  [
    /^connector-removed$/,
    'Deprecate its operations first, and acknowledge the removal in registry.yaml when nobody uses it any more',
  ],
  [/^connector-renamed$/, 'Keep the name of the folder: the title is what people see, and can be another'],
  [/^(?:request|response)-media-types-replaced$/, 'Keep the old media type beside the new one'],
  [
    /^polling-policy-changed$/,
    'Leave the policy as it is for the trigger that has it, and add another for a new version of the trigger',
  ],
];

const OTHERWISE = 'Undo the change by hand, or acknowledge it: its page tells a way that breaks nothing';

export function adviceFor(changes: readonly Change[]): Advice[] {
  return changes.map(({ kind, operationId, message }) => ({
    kind,
    ...(operationId === undefined ? {} : { operationId }),
    message,
    hint: HINTS.find(([kinds]) => kinds.test(kind))?.[1] ?? OTHERWISE,
  }));
}
