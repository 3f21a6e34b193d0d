import { isObject, type Json, type JsonObject } from '../../src/domain/json.ts';
import { child, pointerTo, type Pointer } from '../../src/domain/pointer.ts';
import type { Draft } from './draft.ts';
import type { Inject, Spot } from './fault.ts';
import { inDocument, inProperties } from './spots.ts';

export const PARAMETERS = '/properties/connectionParameters';

/** The OAuth parameter of a connector that has one outside sets. */
export function oauthIn({ about }: Draft): Pointer | undefined {
  const name = about.keysAt(PARAMETERS).find((key) => about.at(child(PARAMETERS, key, 'type')) === 'oauthSetting');
  const place = name === undefined ? undefined : child(PARAMETERS, name);
  return place !== undefined && isObject(about.at(child(place, 'oAuthSettings'))) ? place : undefined;
}

/** Whether policies, or sets, lean on what the connection parameters are called. */
export function isTied({ about }: Draft): boolean {
  const policies = about.at('/properties/policyTemplateInstances');
  return JSON.stringify(policies ?? '').includes('connectionParameters') || hasSets({ about });
}

export function hasSets({ about }: Pick<Draft, 'about'>): boolean {
  return about.at('/properties/connectionParameterSets') !== undefined;
}

/** An OAuth parameter without any fault, in place of a connector's own. */
export function giveSoundOauth(draft: Draft): void {
  const oauth = oauthIn(draft);
  if (oauth === undefined) return;
  draft.about.set(oauth, { type: 'oauthSetting', oAuthSettings: SETTINGS, uiDefinition: UI });
}

const SETTINGS: JsonObject = {
  identityProvider: 'oauth2',
  clientId: 'probe',
  scopes: ['read'],
  redirectMode: 'GlobalPerConnector',
  redirectUrl: 'https://global.consent.azure-apim.net/redirect',
  customParameters: {
    authorizationUrl: { value: 'https://fault.example/authorize' },
    tokenUrl: { value: 'https://fault.example/token' },
    refreshUrl: { value: 'https://fault.example/token' },
  },
};

/** One key of the OAuth settings that a connector has, changed. */
export const onOauth =
  (key: string, value: Json): Inject =>
  (draft) => {
    const oauth = oauthIn(draft);
    if (oauth === undefined) return undefined;
    return inParameters(draft, draft.about.set(child(oauth, 'oAuthSettings', key), value));
  };

/** A new connection parameter, in a connector without sets. */
export const onNewParameter =
  (name: string, value: JsonObject, ...at: readonly string[]): Inject =>
  (draft) => {
    if (hasSets(draft)) return undefined;
    const place = draft.about.set(child(PARAMETERS, name), { uiDefinition: UI, ...value });
    return inParameters(draft, child(place, ...at));
  };

export const UI: JsonObject = {
  displayName: 'Probe',
  description: 'What to probe',
  constraints: { required: 'false' },
};

/** The only security definition of a connector, of one type, and its place. */
export function schemeOf({ doc }: Draft, ...types: readonly string[]): Pointer | undefined {
  const [name, second] = doc.keysAt('/securityDefinitions');
  if (name === undefined || second !== undefined) return undefined;
  const place = pointerTo('securityDefinitions', name);
  return types.includes(doc.textAt(child(place, 'type')) ?? '') ? place : undefined;
}

/** The OAuth flow of a connector, changed, without the address that the new flow has no use for. */
export const onFlow =
  (flow: string, idle: string): Inject =>
  (draft) => {
    const scheme = schemeOf(draft, 'oauth2');
    if (scheme === undefined || draft.doc.at(child(scheme, 'flow')) !== 'accessCode') return undefined;
    draft.doc.remove(child(scheme, idle));
    return inDocument(draft, draft.doc.set(child(scheme, 'flow'), flow));
  };

/** By a place from the root of apiProperties.json. */
export function inParameters(draft: Draft, pointer: Pointer): Spot {
  return inProperties(draft, pointer.slice('/properties'.length));
}
