import type { Connector } from '../../domain/connector.ts';
import { arrayMember, entriesOf, member, stringMember } from '../../domain/json.ts';
import { VERBS } from '../../domain/operation.ts';

/** Host and base path that a connector calls, for comparing and for showing; undefined without a host, and when a policy puts another in its place. */
export function serviceAddressOf({ openapi, properties }: Connector): string | undefined {
  const host = stringMember(openapi?.value, 'host')?.trim().toLowerCase();
  if (host === undefined || host === '' || host.startsWith('@')) return undefined;
  const policies = arrayMember(properties?.value, 'policyTemplateInstances') ?? [];
  if (policies.some((policy) => stringMember(policy, 'templateId')?.toLowerCase() === 'dynamichosturl'))
    return undefined;
  const basePath = stringMember(openapi?.value, 'basePath')?.trim().toLowerCase() ?? '';
  return basePath === '' || basePath === '/'
    ? host
    : `${host}${basePath.endsWith('/') ? basePath.slice(0, -1) : basePath}`;
}

/** Each call that a connector can make, as verb and path with the names of its variables left out. */
export function callsOf({ openapi }: Connector): string[] {
  return entriesOf(member(openapi?.value, 'paths')).flatMap(([path, pathItem]) => {
    const template = path.toLowerCase().replace(/\{[^{}]*\}/g, '{}');
    return VERBS.filter((verb) => member(pathItem, verb) !== undefined).map(
      (verb) => `${verb.toUpperCase()} ${template}`,
    );
  });
}
