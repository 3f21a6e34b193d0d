import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseConnectorId } from '../../src/domain/connector-id.ts';
import type { RevisionContent } from '../../src/domain/revision.ts';
import { digestOf, revisionContentOf } from '../../src/digest/revision-digest.ts';
import { connectorFromRevision } from '../../src/load/from-revision.ts';

const test = suite('load/from-revision');

const ID = parseConnectorId('weather')!;
const WHOLE: RevisionContent = {
  openapi: { swagger: '2.0' },
  properties: { publisher: 'P' },
  icon: new Uint8Array([1]),
  script: 'class A\n',
  readme: '# A\n',
};

test('a revision becomes a connector that is published as the same revision', () => {
  for (const content of [WHOLE, { openapi: WHOLE.openapi, properties: WHOLE.properties }]) {
    const connector = connectorFromRevision(ID, content);
    assert.equal([connector.id, connector.layout, connector.findings], ['weather', 'published', []]);
    assert.is(digestOf(revisionContentOf(connector)!), digestOf(content));
  }
});

test('its places are pointers into the published documents, and its files are the parts that it has', () => {
  const connector = connectorFromRevision(ID, WHOLE);
  assert.equal(connector.openapi?.placeOf('/paths'), { file: 'openapi.json', pointer: '/paths' });
  assert.equal(connector.properties?.placeOf('/publisher'), { file: 'properties.json', pointer: '/publisher' });
  assert.equal(connector.files, ['README.md', 'icon.png', 'openapi.json', 'properties.json', 'script.csx']);
});

test.run();
