import { isTree, treeAt, type Material, type Tree, type Value } from './material.ts';

/** An operation of a connector, with where it stands. */
export interface OperationSite {
  readonly path: string;
  readonly item: Tree;
  readonly verb: string;
  readonly value: Tree;
}

export const VERBS = ['get', 'put', 'post', 'patch', 'delete', 'head', 'options'];

/** Operations that have an id of their own, in the document's order. */
export function operationsIn(material: Material): OperationSite[] {
  const all = Object.entries(treeAt(material.openapi, 'paths')).flatMap(([path, item]) =>
    isTree(item)
      ? VERBS.flatMap((verb): OperationSite[] => {
          const value = item[verb];
          return isTree(value) ? [{ path, item, verb, value }] : [];
        })
      : [],
  );
  const ids = Map.groupBy(all, ({ value }) => value['operationId']);
  return all.filter(
    ({ value }) => typeof value['operationId'] === 'string' && ids.get(value['operationId'])?.length === 1,
  );
}

/** Operations that makers see, that start nothing and that are not about to go. */
export function actionsIn(material: Material): OperationSite[] {
  return operationsIn(material).filter(
    ({ value }) =>
      value['x-ms-trigger'] === undefined && value['x-ms-visibility'] !== 'internal' && value['deprecated'] !== true,
  );
}

/** The middle one of those that fit; when none does, a new one in both versions. */
export function action(
  material: Material,
  fits: (site: OperationSite) => boolean = () => true,
  made: Tree = {},
  verb = 'post',
): OperationSite {
  const found = actionsIn(material).filter(fits);
  return (
    found[found.length >> 1] ?? addOperation(material, '/probe/action', verb, { operationId: 'ProbeAction', ...made })
  );
}

export function addOperation(material: Material, path: string, verb: string, value: Tree): OperationSite {
  const item = treeAt(treeAt(material.openapi, 'paths'), path);
  const operation: Tree = { responses: { '200': { description: 'OK' } }, ...value };
  item[verb] = operation;
  return { path, item, verb, value: operation };
}

/** A trigger in both versions that hands over an address, at `/probe/hooks`. */
export function webhook(material: Material, schema: Tree): OperationSite {
  const site = addOperation(material, '/probe/hooks', 'post', {
    operationId: 'WhenProbed',
    'x-ms-trigger': 'single',
    parameters: [{ name: 'address', in: 'query', type: 'string', 'x-ms-notification-url': true }],
    responses: { '201': { description: 'Created' } },
  });
  site.item['x-ms-notification-content'] = { schema };
  return site;
}

/** The one answer of an operation that is no error, when it is written out; its code too. */
export function successOf({ value }: OperationSite): { readonly code: string; readonly response: Tree } | undefined {
  const responses = treeAt(value, 'responses');
  const codes = Object.keys(responses).filter((code) => /^[123]/.test(code));
  const [code = ''] = codes;
  const response: Value | undefined = responses[code];
  return codes.length === 1 && isTree(response) && response['$ref'] === undefined ? { code, response } : undefined;
}
