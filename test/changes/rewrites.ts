import { dump, load } from 'js-yaml';
import { diffConnectors } from '../../src/diff/diff-connectors.ts';
import { connectorOf, isTree, listAt, treeAt, type Material, type Tree, type Value } from './material.ts';
import { VERBS } from './operation-sites.ts';

/** Writes a connector in another way, which means the same. It may change what it is given. */
export type Rewrite = (material: Material) => void;

/** Every object of a document rewritten, from below. The names of fields and the like are not objects of the document's own. */
function mapTrees(value: Value, change: (tree: Tree) => Value): Value {
  if (Array.isArray(value)) return value.map((entry) => mapTrees(entry, change));
  if (!isTree(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTrees(inner, change)])));
}

const onDocument =
  (change: (openapi: Tree) => void): Rewrite =>
  ({ openapi }) =>
    change(openapi);

/** Every path item, and every operation with it. */
function* pathItems(openapi: Tree): Generator<Tree> {
  for (const item of Object.values(treeAt(openapi, 'paths'))) if (isTree(item)) yield item;
}

function* operations(openapi: Tree): Generator<{ readonly item: Tree; readonly value: Tree }> {
  for (const item of pathItems(openapi))
    for (const verb of VERBS) {
      const value = item[verb];
      if (isTree(value)) yield { item, value };
    }
}

/** Whether an object stands where a schema does: the values of `example` and of `default` may look like one. */
function isSchema(tree: Tree): boolean {
  return (
    tree['$ref'] === undefined &&
    tree['in'] === undefined &&
    (isTree(tree['properties']) || isTree(tree['items'])) &&
    typeof tree['type'] === 'string'
  );
}

/** Applies a change to the schemas of bodies and answers, outermost first; what it gives is not entered. */
function mapSchemas(openapi: Tree, change: (schema: Tree) => Tree): void {
  for (const { value } of operations(openapi)) {
    const parameters = Array.isArray(value['parameters']) ? value['parameters'] : [];
    const holders = [...parameters, ...Object.values(treeAt(value, 'responses'))].filter(isTree);
    for (const holder of holders) if (isTree(holder['schema'])) holder['schema'] = change(holder['schema']);
  }
}

/** References in paths replaced by what they name, once: what is recursive refers to itself further below. */
function inline(openapi: Tree): void {
  const definitions = structuredClone(treeAt(openapi, 'definitions'));
  openapi['paths'] = mapTrees(treeAt(openapi, 'paths'), (tree) => {
    const name = typeof tree['$ref'] === 'string' ? tree['$ref'].replace('#/definitions/', '') : undefined;
    const found = name === undefined ? undefined : definitions[name];
    return isTree(found) ? structuredClone(found) : tree;
  });
}

/** Schemas written in place become definitions: the roots, and what has fields below them. */
function extract(openapi: Tree): void {
  const definitions = treeAt(openapi, 'definitions');
  let count = 0;
  const move = (schema: Tree): Tree => {
    if (!isSchema(schema)) return schema;
    const properties = isTree(schema['properties']) ? schema['properties'] : {};
    for (const [name, field] of Object.entries(properties)) if (isTree(field)) properties[name] = move(field);
    if (isTree(schema['items'])) schema['items'] = move(schema['items']);
    count += 1;
    const name = `Extracted ${count}`;
    definitions[name] = schema;
    return { $ref: `#/definitions/Extracted%20${count}` };
  };
  mapSchemas(openapi, move);
}

/** Where a path has one operation, its parameters move to the path, behind those that are there. */
function hoist(openapi: Tree): void {
  for (const item of pathItems(openapi)) {
    const verbs = VERBS.filter((verb) => item[verb] !== undefined);
    const operation = item[verbs[0] ?? ''];
    if (
      verbs.length !== 1 ||
      !isTree(operation) ||
      !Array.isArray(operation['parameters']) ||
      item['parameters'] !== undefined
    )
      continue;
    item['parameters'] = operation['parameters'];
    delete operation['parameters'];
  }
}

function shareParameters(openapi: Tree): void {
  const shared = treeAt(openapi, 'parameters');
  let count = 0;
  for (const { value } of operations(openapi)) {
    if (!Array.isArray(value['parameters'])) continue;
    value['parameters'] = value['parameters'].map((parameter) => {
      if (!isTree(parameter) || parameter['$ref'] !== undefined) return parameter;
      shared[`Shared/${(count += 1)}`] = parameter;
      return { $ref: `#/parameters/Shared~1${count}` };
    });
  }
}

function shareResponses(openapi: Tree): void {
  const shared = treeAt(openapi, 'responses');
  let count = 0;
  for (const { value } of operations(openapi)) {
    const responses = treeAt(value, 'responses');
    for (const [code, response] of Object.entries(responses)) {
      if (!isTree(response) || response['$ref'] !== undefined) continue;
      shared[`Shared${(count += 1)}`] = response;
      responses[code] = { $ref: `#/responses/Shared${count}` };
    }
  }
}

function renameDefinitions(openapi: Tree): void {
  const renamed = mapTrees(openapi, (tree) => {
    const reference = tree['$ref'];
    return typeof reference === 'string'
      ? { ...tree, $ref: reference.replace('#/definitions/', '#/definitions/Renamed.') }
      : tree;
  });
  if (!isTree(renamed)) return;
  Object.assign(openapi, renamed);
  const definitions = treeAt(openapi, 'definitions');
  openapi['definitions'] = Object.fromEntries(
    Object.entries(definitions).map(([name, value]) => [`Renamed.${name}`, value]),
  );
}

/** What is absent means the same as what is said here; what is said and means nothing goes. */
function sayDefaults(openapi: Tree): void {
  for (const { value } of operations(openapi)) {
    value['deprecated'] ??= false;
    value['x-ms-visibility'] ??= '';
    for (const parameter of listAt(value, 'parameters')) {
      if (!isTree(parameter) || parameter['$ref'] !== undefined) continue;
      if (parameter['required'] === false) delete parameter['required'];
      else parameter['required'] ??= false;
      parameter['x-ms-visibility'] ??= '';
      if (parameter['in'] !== 'body' && parameter['type'] === 'array') parameter['collectionFormat'] ??= 'csv';
    }
  }
}

/** A schema alone in an `allOf`. */
function wrap(openapi: Tree): void {
  mapSchemas(openapi, (schema) =>
    schema['type'] === 'object' && schema['allOf'] === undefined ? { type: 'object', allOf: [schema] } : schema,
  );
}

/** What the document says for all, said by each operation that says nothing. */
function pushDown(openapi: Tree): void {
  for (const keyword of ['consumes', 'produces', 'schemes', 'security']) {
    const shared = openapi[keyword];
    if (!Array.isArray(shared) || shared.length === 0) continue;
    for (const { value } of operations(openapi))
      if (value[keyword] === undefined) value[keyword] = structuredClone(shared);
    delete openapi[keyword];
  }
}

/** Keys that nobody sees in an order: of operations, parameters, answers and the document itself. */
function reorder(openapi: Tree): void {
  const turn = (tree: Tree): void => {
    const entries = Object.entries(tree).reverse();
    for (const [key] of entries) delete tree[key];
    for (const [key, value] of entries) tree[key] = value;
  };
  for (const { value } of operations(openapi)) {
    for (const parameter of Array.isArray(value['parameters']) ? value['parameters'] : [])
      if (isTree(parameter)) turn(parameter);
    for (const response of Object.values(treeAt(value, 'responses'))) if (isTree(response)) turn(response);
    turn(value);
  }
  turn(treeAt(openapi, 'definitions'));
  turn(treeAt(openapi, 'info'));
  turn(openapi);
}

const throughYaml: Rewrite = (material) => {
  for (const part of ['openapi', 'properties'] as const) {
    const read = load(dump(material[part], { noRefs: true, lineWidth: 80 })) as Tree;
    material[part] = JSON.parse(JSON.stringify(read)) as Tree;
  }
};

/** What is written in another way and means the same: comparing finds nothing. */
export const REWRITES: Readonly<Record<string, Rewrite>> = {
  'references written out': onDocument(inline),
  'schemas made definitions': onDocument(extract),
  'definitions renamed': onDocument(renameDefinitions),
  'parameters at the path': onDocument(hoist),
  'parameters shared': onDocument(shareParameters),
  'answers shared': onDocument(shareResponses),
  'defaults said or left out': onDocument(sayDefaults),
  'schemas in allOf': onDocument(wrap),
  'document keywords at operations': onDocument(pushDown),
  'keys in another order': onDocument(reorder),
  'JSON to YAML and back': throughYaml,
};

/** What is reported, in either direction, of a connector that was rewritten, once or several times; and whether anything was rewritten. */
export function judgeRewrites(
  material: Material,
  rewrites: readonly Rewrite[],
): { readonly wrong: readonly string[]; readonly rewritten: boolean } {
  const other = structuredClone(material);
  for (const rewrite of rewrites) rewrite(other);
  const [one, two] = [connectorOf(material), connectorOf(other)];
  const wrong = [...diffConnectors(one, two), ...diffConnectors(two, one)].map(
    ({ kind, message }) => `${kind}: ${message}`,
  );
  return { wrong, rewritten: JSON.stringify(material) !== JSON.stringify(other) };
}
