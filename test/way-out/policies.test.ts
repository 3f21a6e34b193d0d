import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Connector } from '../../src/domain/connector.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { operationsOf } from '../../src/domain/operation.ts';
import type { Way } from '../../src/way-out/cases.ts';
import { desiredPolicies } from '../../src/way-out/desired-policies.ts';
import type { Solved } from '../../src/way-out/renew-operation.ts';
import { connectorOf } from '../diff/connector-of.ts';

const test = suite('way-out/policies');

const NAMED = 'x-ms-apimTemplate-operationName';
const policy = (value: string, operations?: readonly string[], templateId = 'setheader'): JsonObject => ({
  templateId,
  title: value,
  parameters: {
    'x-ms-apimTemplateParameter.value': value,
    ...(operations === undefined ? {} : { [NAMED]: operations }),
  },
});
const connector = (policies: readonly JsonObject[], scriptOperations?: readonly string[]): Connector =>
  connectorOf({
    properties: { policyTemplateInstances: policies, ...(scriptOperations === undefined ? {} : { scriptOperations }) },
  });

function solved(way: Way, id: string, now: string | undefined, more: Partial<Solved> = {}): Solved {
  const operation = (operationId: string) =>
    operationsOf({ paths: { [`/${operationId}`]: { get: { operationId } } } })[0]!;
  return {
    case: { way, id, before: operation(id), after: now === undefined ? undefined : operation(now), breaking: [] },
    ...(way === 'new-version' ? { version: { family: id, formerRevision: 1, revision: 2, id: `${id}_V2` } } : {}),
    ...more,
  };
}

/** Values and operations of the policies that come out. */
const desired = (before: Connector, after: Connector, ...cases: readonly Solved[]): string[] =>
  desiredPolicies(before, after, cases).policies.map((one) => {
    const parameters = one['parameters'] as JsonObject;
    const names = parameters[NAMED] as readonly string[] | undefined;
    const value = parameters['x-ms-apimTemplateParameter.value'] ?? parameters['x-ms-apimTemplateParameter.newPath'];
    return `${value as string}: ${names?.join(' ') ?? 'all'}`;
  });

test('both versions have a policy that did not change', () => {
  const same = connector([policy('a', ['Get', 'Other']), policy('b')]);
  assert.equal(desired(same, same, solved('new-version', 'Get', 'Get')), ['a: Get Other Get_V2', 'b: all']);
});

test('each version has the policy of its time', () => {
  const [before, after] = [connector([policy('old', ['Get'])]), connector([policy('new', ['Get'])])];
  assert.equal(desired(before, after, solved('new-version', 'Get', 'Get')), ['new: Get_V2', 'old: Get']);
});

test('what comes back has the policies that it had', () => {
  const before = connector([policy('a', ['Gone', 'Get']), policy('b', ['Gone'])]);
  const after = connector([policy('a', ['Get'])]);
  assert.equal(desired(before, after, solved('restore', 'Gone', undefined)), ['a: Get Gone', 'b: Gone']);
});

test('an id that is given back is given back in lists, and one that goes does not stay there', () => {
  const [before, after] = [connector([policy('a', ['Old'])]), connector([policy('a', ['New'])])];
  assert.equal(desired(before, after, solved('keep-id', 'Old', 'New')), ['a: Old']);
  assert.equal(desired(before, after, solved('new-version', 'Old', 'New')), ['a: Old Old_V2']);
});

test('the policy of a polling trigger stays by itself', () => {
  const same = connector([policy('a', ['When'], 'pollingtrigger')]);
  assert.equal(desired(same, same, solved('new-version', 'When', 'When')), ['a: When', 'a: When_V2']);
});

test('a path that the service does not have is routed, unless a policy does that already', () => {
  const none = connector([]);
  const moved = solved('new-version', 'Get', 'Get', { path: '/v2/Get', routedTo: '/Get' });
  assert.equal(desired(none, none, moved), ['/Get: Get_V2']);
  const routed = connector([policy('elsewhere', ['Get'], 'routerequesttoendpoint')]);
  assert.equal(desired(routed, routed, moved), ['elsewhere: Get Get_V2']);
});

test('custom code goes on for both versions; where it works on all operations nothing is listed', () => {
  const script = (list: readonly string[] | undefined, ...cases: readonly Solved[]) =>
    desiredPolicies(connector([], ['Get', 'Gone']), connector([], list), cases).scriptOperations;
  assert.equal(script(['Get'], solved('new-version', 'Get', 'Get'), solved('restore', 'Gone', undefined)), [
    'Get',
    'Gone',
    'Get_V2',
  ]);
  assert.equal(script(['New'], solved('new-version', 'Get', 'New')), ['Get', 'Get_V2']);
  assert.equal(script([], solved('new-version', 'Get', 'Get')), []);
  assert.is(script(undefined, solved('new-version', 'Get', 'Get')), undefined);
});

test.run();
