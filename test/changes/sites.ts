import { isTree, listAt, renameKey, textOf, treeAt, type Material, type Tree, type Value } from './material.ts';
import { action, actionsIn, operationsIn, successOf, webhook, type OperationSite } from './operation-sites.ts';

/** A parameter, or a field of a schema, and what can be done to it. */
export interface Site {
  readonly value: Tree;
  readonly name: string;
  readonly isRequired: boolean;
  readonly require: (is: boolean) => void;
  readonly remove: () => void;
  readonly rename: (name: string) => void;
  /** Puts a new one behind all others. */
  readonly add: (name: string, value: Tree, required: boolean) => void;
  /** Lets this one and the last one change places. */
  readonly swap: () => void;
}

export type Area = 'parameter' | 'input-field' | 'output-field' | 'notification-field';

/** Every place of a connector where a change concerns one operation once. */
export function sitesIn(material: Material, area: Area): Site[] {
  if (area === 'parameter') return actionsIn(material).flatMap(parametersOf);
  return schemasIn(material, area).flatMap((schema) => fieldsBelow(onceUsed(material), schema));
}

/** A place that is not in the connector, in both versions. */
export function madeSite(material: Material, area: Area, name: string, value: Tree, required: boolean): Site {
  const fields = area === 'parameter' ? [] : sitesIn(material, area);
  const [first] = fields;
  const site = first ?? freshSite(material, area);
  site.add(name, value, required);
  const made = sitesIn(material, area).find((one) => one.name === name);
  if (made === undefined) throw new Error(`"${name}" was added and is not found`);
  return made;
}

/** The first place of its area, in an operation that may be new. */
function freshSite(material: Material, area: Area): Site {
  const schema: Tree = { type: 'object', properties: { first: { type: 'string' } } };
  if (area === 'parameter') {
    const operation = action(material, hasOwnParameters, {
      parameters: [{ name: 'first', in: 'query', type: 'string' }],
    });
    return siteOfParameter(listAt(operation.value, 'parameters'), { name: '' });
  }
  if (area === 'notification-field') webhook(material, schema);
  else {
    const operation = action(material, () => false, {});
    if (area === 'output-field') treeAt(treeAt(operation.value, 'responses'), '200')['schema'] = schema;
    else operation.value['parameters'] = [{ name: 'body', in: 'body', required: true, schema }];
  }
  const [site] = sitesIn(material, area);
  if (site === undefined) throw new Error(`No place for a ${area} was made`);
  return site;
}

function hasOwnParameters(site: OperationSite): boolean {
  return parametersOf(site).length > 0;
}

/** Those that the operation alone has and that are no part of the path. */
function parametersOf({ item, value }: OperationSite): Site[] {
  const list = Array.isArray(value['parameters']) ? value['parameters'] : [];
  const names = [...list, ...(Array.isArray(item['parameters']) ? item['parameters'] : [])].map((one) =>
    isTree(one) ? one['name'] : undefined,
  );
  return list.flatMap((one): Site[] =>
    isTree(one) &&
    (one['in'] === 'query' || one['in'] === 'header') &&
    names.filter((name) => name === one['name']).length === 1
      ? [siteOfParameter(list, one)]
      : [],
  );
}

function siteOfParameter(list: Value[], value: Tree): Site {
  return {
    value,
    name: textOf(value['name']),
    isRequired: value['required'] === true,
    require: (is) => {
      value['required'] = is;
    },
    remove: () => {
      list.splice(list.indexOf(value), 1);
    },
    rename: (name) => {
      value['name'] = name;
    },
    add: (name, added, required) => {
      list.push({ name, in: 'query', ...added, ...(required ? { required } : {}) });
    },
    swap: () => {
      const at = list.indexOf(value);
      const last = list[list.length - 1] ?? null;
      list[list.length - 1] = value;
      list[at] = last;
    },
  };
}

/** Schemas that an operation has alone: what others share is another law's. */
function schemasIn(material: Material, area: Area): Tree[] {
  if (area === 'notification-field')
    return operationsIn(material).flatMap(({ item, value }) => {
      const content = item['x-ms-notification-content'];
      const operations = Object.values(item).filter((one) => isTree(one) && one['operationId'] !== undefined);
      const schema = isTree(content) ? content['schema'] : undefined;
      return value['x-ms-trigger'] !== undefined && operations.length === 1 && isTree(schema) ? [schema] : [];
    });
  return actionsIn(material).flatMap((site) => {
    const list = Array.isArray(site.value['parameters']) ? site.value['parameters'] : [];
    const body = list.find((one) => isTree(one) && one['in'] === 'body');
    const schema = area === 'input-field' ? isTree(body) && body['schema'] : successOf(site)?.response['schema'];
    return schema !== false && isTree(schema) ? [schema] : [];
  });
}

type Resolve = (schema: Tree) => Tree | undefined;

/** What a reference names, when no other does; every other schema as it is. */
function onceUsed({ openapi }: Material): Resolve {
  const uses = new Map<string, number>();
  for (const [, name = ''] of JSON.stringify(openapi).matchAll(/"\$ref":"#\/definitions\/([^"]*)"/g))
    uses.set(name, (uses.get(name) ?? 0) + 1);
  return (schema) => {
    const reference = schema['$ref'];
    if (typeof reference !== 'string') return schema;
    const name = reference.replace('#/definitions/', '');
    const found = treeAt(openapi, 'definitions')[name];
    return uses.get(name) === 1 && isTree(found) ? found : undefined;
  };
}

function fieldsBelow(resolve: Resolve, schema: Tree): Site[] {
  const holder = resolve(schema);
  // What `allOf` brings has several places.
  if (holder === undefined || ['allOf', '$ref', 'oneOf', 'anyOf'].some((key) => holder[key] !== undefined)) return [];
  const items = holder['items'];
  if (isTree(items)) return fieldsBelow(resolve, items);
  const properties = holder['properties'];
  if (!isTree(properties) || (holder['type'] ?? 'object') !== 'object') return [];
  const fields = Object.entries(properties).filter((entry): entry is [string, Tree] => isTree(entry[1]));
  return [
    ...fields.map(([name, value]) => siteOfField(holder, properties, name, value)),
    ...fields.flatMap(([, value]) => fieldsBelow(resolve, value)),
  ];
}

function siteOfField(holder: Tree, properties: Tree, name: string, value: Tree): Site {
  const required = (): Value[] => (Array.isArray(holder['required']) ? holder['required'] : []);
  const require = (field: string, is: boolean): void => {
    const others = required().filter((one) => one !== field);
    holder['required'] = is ? [...others, field] : others;
  };
  return {
    value,
    name,
    isRequired: required().includes(name),
    require: (is) => require(name, is),
    remove: () => {
      delete properties[name];
    },
    rename: (to) => {
      renameKey(properties, name, to);
      if (required().includes(name)) holder['required'] = required().map((one) => (one === name ? to : one));
    },
    add: (added, schema, isRequired) => {
      properties[added] = schema;
      if (isRequired) require(added, true);
    },
    swap: () => {
      const last = Object.keys(properties).at(-1) ?? name;
      const one = properties[last];
      delete properties[name];
      if (one !== undefined) delete properties[last];
      if (one !== undefined) properties[last] = one;
      properties[name] = value;
    },
  };
}
