import type { Product } from './change.ts';
import { arrayMember, entriesOf, member, objectMember, stringMember, type JsonObject } from './json.ts';
import { isInternal, operationsOf, type Operation } from './operation.ts';
import type { RevisionContent } from './revision.ts';

export const PRODUCTS: readonly Product[] = ['logic-apps', 'power-automate', 'power-apps'];

export const PRODUCT_NAMES: Readonly<Record<Product, string>> = {
  'logic-apps': 'Logic Apps',
  'power-automate': 'Power Automate',
  'power-apps': 'Power Apps',
};

/** `none`: the connector cannot be used there; `partial`: some of its operations can. */
export interface ProductSupport {
  readonly product: Product;
  readonly support: 'full' | 'partial' | 'none';
  /** Why it is not full, one sentence each. */
  readonly reasons: readonly string[];
}

/** Why one operation cannot be used in a product. */
export type Obstacle = 'trigger' | 'custom-code' | 'policy';

/** What an author's connector needs that not every product has. */
interface Needs {
  readonly script: Coverage;
  readonly policies: Coverage;
  readonly parameterSets: boolean;
}

/** Whether an operation is covered, by its id. */
type Coverage = (operationId: string | undefined) => boolean;

/**
 * Where a connector can be used, with reasons, in the order of `PRODUCTS`.
 * Power Apps has no triggers. The resource that Logic Apps keeps a custom connector in (`Microsoft.Web/customApis`) has no place for
 * custom code, policies or a choice of authentication. Power Automate has everything.
 * Counts operations that a maker sees; a connector that has none is judged by its internal ones.
 */
export function productsOf(content: RevisionContent): ProductSupport[] {
  const needs = needsOf(content);
  const all = operationsOf(content.openapi);
  const seen = all.filter((operation) => !isInternal(operation.value));
  const operations = seen.length > 0 ? seen : all;
  return PRODUCTS.map((product) => supportIn(product, operations, needs));
}

/** The products in which an operation of a connector cannot be used, and what stands in the way. */
export function obstaclesOf(content: RevisionContent): (operation: Operation) => ReadonlyMap<Product, Obstacle> {
  const needs = needsOf(content);
  return (operation) => {
    const found = new Map<Product, Obstacle>();
    for (const product of PRODUCTS) {
      const obstacle = obstacleIn(product, operation, needs);
      if (obstacle !== undefined) found.set(product, obstacle);
    }
    return found;
  };
}

function supportIn(product: Product, operations: readonly Operation[], needs: Needs): ProductSupport {
  if (product === 'logic-apps' && needs.parameterSets) {
    return { product, support: 'none', reasons: ['Logic Apps has no choice of several authentication types'] };
  }
  const obstacles = operations.flatMap((operation) => obstacleIn(product, operation, needs) ?? []);
  if (obstacles.length === 0) return { product, support: 'full', reasons: [] };
  const reasons = (['trigger', 'custom-code', 'policy'] as const).flatMap((obstacle) => {
    const count = obstacles.filter((one) => one === obstacle).length;
    return count === 0 ? [] : [reasonFor(product, obstacle, count, operations.length)];
  });
  return { product, support: obstacles.length === operations.length ? 'none' : 'partial', reasons };
}

function obstacleIn(product: Product, operation: Operation, needs: Needs): Obstacle | undefined {
  if (product === 'power-apps') return operation.kind === 'trigger' ? 'trigger' : undefined;
  if (product === 'power-automate') return undefined;
  if (needs.script(operation.id)) return 'custom-code';
  return needs.policies(operation.id) ? 'policy' : undefined;
}

function reasonFor(product: Product, obstacle: Obstacle, count: number, of: number): string {
  const who =
    count === of ? (of === 1 ? 'its only operation' : `all ${of} operations`) : `${count} of ${of} operations`;
  const verb = count === 1 ? 'relies' : 'rely';
  const name = PRODUCT_NAMES[product];
  if (obstacle === 'trigger') return `${name} has no triggers: ${who} ${count === 1 ? 'is one' : 'are triggers'}`;
  if (obstacle === 'custom-code') return `${name} runs no custom code: ${who} ${verb} on it`;
  return `${name} applies no policies: ${who} ${verb} on one`;
}

function needsOf({ properties, script }: RevisionContent): Needs {
  const scripted = arrayMember(properties, 'scriptOperations');
  return {
    script: script === undefined && scripted === undefined ? () => false : coverageOf(scripted ?? []),
    policies: policyCoverage(properties),
    parameterSets: entriesOf(objectMember(properties, 'connectionParameterSets')).length > 0,
  };
}

/** An empty list of operations means every operation, for a policy as for custom code. */
function coverageOf(operationIds: readonly unknown[]): Coverage {
  const names = new Set(operationIds);
  return names.size === 0 ? () => true : (id) => id !== undefined && names.has(id);
}

function policyCoverage(properties: JsonObject): Coverage {
  const coverages = (arrayMember(properties, 'policyTemplateInstances') ?? [])
    .filter((policy) => stringMember(policy, 'templateId') !== undefined)
    .map((policy) => coverageOf(arrayMember(member(policy, 'parameters'), 'x-ms-apimTemplate-operationName') ?? []));
  return (id) => coverages.some((covers) => covers(id));
}
