import type { JsonObject } from '../domain/json.ts';
import type { Group } from './postman-groups.ts';
import type { OperationName } from './postman-names.ts';

/** Each group that shares its address on the service gets a path of its own, by its operation's id. */
export function withRoutes(groups: readonly Group[], names: readonly OperationName[]): Group[] {
  return groups.map((group, index) => {
    if (group.route === undefined) return group;
    return { ...group, path: `${group.route === '/' ? '' : group.route}/${names[index]?.id ?? ''}` };
  });
}

/** The policies that change such a path back to the one that the service knows. */
export function routePolicies(groups: readonly Group[], names: readonly OperationName[]): JsonObject[] {
  return groups.flatMap(({ route }, index) => {
    const { id } = names[index] ?? { id: '' };
    if (route === undefined) return [];
    return [
      {
        template: 'routerequesttoendpoint',
        title: `Send ${id}`,
        operations: [id],
        section: 'Request',
        parameters: { newPath: route, httpMethod: '@Request.OriginalHTTPMethod' },
      },
    ];
  });
}
