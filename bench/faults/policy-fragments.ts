import type { Json } from '../../src/domain/json.ts';
import type { Pointer } from '../../src/domain/pointer.ts';
import type { Draft } from './draft.ts';

const PREFIX = 'x-ms-apimTemplate';

/** A policy, with the parameters of its template and (in `of`) what every policy may have. Gives its place in the properties. */
export function policy(
  draft: Draft,
  template: string,
  parameters: Readonly<Record<string, Json>>,
  of: { readonly operations?: readonly string[]; readonly section?: string } = {},
): Pointer {
  const own = Object.entries(parameters).map(([name, value]) => [`${PREFIX}Parameter.${name}`, value] as const);
  const place = draft.about.push('/properties/policyTemplateInstances', {
    templateId: template,
    title: 'Probe',
    parameters: {
      ...Object.fromEntries(own),
      [`${PREFIX}-policySection`]: of.section ?? 'Request',
      ...(of.operations === undefined ? {} : { [`${PREFIX}-operationName`]: of.operations }),
    },
  });
  return place.slice('/properties'.length);
}

/** Whether a policy puts another host in. */
export function isHostReplaced({ about }: Draft): boolean {
  return JSON.stringify(about.value).toLowerCase().includes('"dynamichosturl"');
}
