import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { differences } from '../../../src/app/adopt/differences.ts';
import { parseConnectorId } from '../../../src/domain/connector-id.ts';
import type { JsonObject } from '../../../src/domain/json.ts';
import type { RevisionContent } from '../../../src/domain/revision.ts';
import { connectorFromRevision } from '../../../src/load/from-revision.ts';
import { ICON, sample } from '../../server/sample-connectors.ts';

const test = suite('app/adopt/differences');

const ID = parseConnectorId('weather')!;
const { content } = sample();
const found = (change: Partial<RevisionContent>): string[] =>
  differences(ID, content, connectorFromRevision(ID, { ...content, ...change }));

test('the same content has none', () => {
  assert.equal(found({}), []);
  assert.equal(found({ properties: Object.fromEntries(Object.entries(content.properties).reverse()) }), []);
});

test('what the change engine knows is told in its words', () => {
  const openapi = { ...content.openapi, info: { ...(content.openapi['info'] as JsonObject), title: 'Rain' } };
  assert.match(found({ openapi }).join('\n'), /title.*"Weather".*"Rain"/);
  assert.is(found({ icon: ICON }).length, 1);
});

test('an order of keys that counts is told by the part it is in', () => {
  const openapi = Object.fromEntries(Object.entries(content.openapi).reverse());
  assert.equal(found({ openapi }), ['The OpenAPI document differs']);
});

test('a folder that cannot be read back is told', () => {
  const broken = { ...connectorFromRevision(ID, content), openapi: undefined };
  assert.equal(differences(ID, content, broken), ['The folder that was written cannot be read']);
  assert.equal(differences(ID, content, undefined), ['The folder that was written cannot be read']);
});

test.run();
