import { arrayMember, entriesOf, isObject, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';

/** Something of a connector that a resource of type Microsoft.Web/customApis has no place for. */
export interface ArmLoss {
  /** Into the published properties, or into the OpenAPI document. */
  readonly part: 'properties' | 'openapi';
  readonly pointer: Pointer;
  readonly construct: string;
  /** What was done, and why. */
  readonly message: string;
  readonly hint?: string;
}

/** Collects losses in the terms of the published properties. */
export type Lose = (pointer: Pointer, construct: string, message: string, hint?: string) => void;

const CARRIED = new Set(['connectionParameters', 'connectionParameterSets', 'iconBrandColor', 'capabilities']);

/** What of the published properties is left out as a whole. Connection parameters tell their own. */
export function losePlainProperties(properties: JsonObject, lose: Lose): void {
  for (const [key, value] of entriesOf(properties)) {
    const pointer = child('', key);
    if (key === 'policyTemplateInstances') losePolicies(value, lose);
    else if (key === 'scriptOperations') loseScript(value, lose);
    else if (key === 'publisher' || key === 'stackOwner') {
      lose(pointer, key, `${quoted(key)} is left out: only Power Platform shows who publishes a connector`);
    } else if (!CARRIED.has(key)) {
      lose(pointer, key, `${quoted(key)} is left out: the resource has no property of this name`);
    }
  }
}

function losePolicies(policies: Json, lose: Lose): void {
  if (!Array.isArray(policies)) return;
  for (const [index, policy] of policies.entries()) {
    const template = stringMember(policy, 'templateId') ?? 'policy';
    const title = stringMember(policy, 'title');
    lose(
      child('/policyTemplateInstances', index),
      'policyTemplateInstances',
      `The policy ${quoted(title ?? template)} is left out: Logic Apps runs no policy templates`,
      POLICY_HINTS.get(template.toLowerCase()) ??
        'Check what the service answers without it, or put API Management in front',
    );
  }
}

const POLICY_HINTS: ReadonlyMap<string, string> = new Map([
  ['dynamichosturl', 'All calls go to the parameter "serviceUrl": deploy the connector once for each host'],
  ['setheader', 'Add the header as a parameter of the operation with a default'],
  ['setqueryparameter', 'Add it as a query parameter of the operation with a default'],
  ['routerequesttoendpoint', 'Write the path that is meant into the OpenAPI document'],
  ['pollingtrigger', 'The trigger cannot poll without it: use a webhook, or call its action on a schedule'],
]);

function loseScript(operations: Json, lose: Lose): void {
  const names = Array.isArray(operations) ? operations.filter((one) => typeof one === 'string') : [];
  const which = names.length === 0 ? 'every operation' : names.slice(0, 5).map(quoted).join(', ');
  const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
  lose(
    '/scriptOperations',
    'scriptOperations',
    `The custom code for ${which}${more} is left out: Logic Apps runs none`,
    'Those operations reach the service as the OpenAPI document describes them: see that it understands them',
  );
}

/** What of the OpenAPI document means nothing in Logic Apps. It stays in there. */
export function losesInDocument(document: JsonObject): ArmLoss[] {
  const tell = (pointer: Pointer, construct: string, message: string, hint: string): ArmLoss => ({
    part: 'openapi',
    pointer,
    construct,
    message,
    hint,
  });
  return ['host', 'basePath'].flatMap((key) => {
    const text = stringMember(document, key) ?? '';
    if (!/@environmentVariables\(/i.test(text)) return [];
    const message = `${quoted(text)} is carried as it is: Logic Apps knows no environment variables`;
    return [tell(child('', key), '@environmentVariables', message, 'Give the address with the parameter "serviceUrl"')];
  });
}

export function quoted(text: string): string {
  return `"${text.length <= 60 ? text : `${text.slice(0, 57)}...`}"`;
}

/** The sets of connection parameters, those that are objects. */
export function setsOf(properties: JsonObject): readonly JsonObject[] {
  const sets = properties['connectionParameterSets'];
  return (arrayMember(sets, 'values') ?? []).filter(isObject);
}
