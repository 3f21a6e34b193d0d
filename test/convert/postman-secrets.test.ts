import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { connectorFromPostman } from '../../src/convert/postman-to-connector.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { snapshotOf } from '../../src/convert/reimport-snapshot.ts';
import { filesOf } from './postman-checks.ts';
import { formsOf, PLACES, plantedIn, SECRETS } from './postman-planted.ts';

const test = suite('convert/postman-secrets');

for (const [kind, secret] of SECRETS) {
  for (const place of PLACES) {
    test(`${kind} in ${place} is in no byte of the result`, () => {
      const { collection, environments } = plantedIn(place, secret);
      assert.ok(
        JSON.stringify([collection, environments]).includes(JSON.stringify(secret).slice(1, -1)) ||
          place.startsWith('a query') ||
          place === 'the address',
      );
      const imported = connectorFromPostman(collection, environments);
      const written = [
        ...Object.values(filesOf(imported)),
        JSON.stringify(imported),
        JSON.stringify(snapshotOf(imported)),
      ];
      for (const text of written) {
        for (const form of formsOf(secret)) assert.not.ok(text.includes(form), `${form} is in ${excerpt(text, form)}`);
      }
      assert.ok(imported.secrets.length > 0, 'the secret is told by its name');
    });
  }
}

function excerpt(text: string, form: string): string {
  const at = text.indexOf(form);
  return text.slice(Math.max(0, at - 60), at + form.length + 30);
}

test('secrets of a known form are found where no place tells of them', () => {
  for (const [kind, secret] of [...SECRETS].slice(0, 8)) {
    const folder = {
      name: 'Plain',
      item: [
        {
          name: 'Call',
          request: {
            url: `https://api.contoso.com/hook/${secret}/run?q=${secret}`,
            method: 'POST',
            body: { mode: 'raw', raw: secret },
          },
        },
      ],
    };
    const imported = connectorFromPostman({ info: { name: `About ${secret}` }, item: [folder] }, []);
    assert.not.ok(JSON.stringify([imported, filesOf(imported)]).includes(secret), kind);
  }
});

test('a secret in an address becomes a parameter', () => {
  const secret = SECRETS.get('a GitHub token')!;
  const { openapi } = connectorFromPostman(
    {
      info: { name: 'Hooks' },
      item: [{ name: 'Run', request: { url: `https://api.contoso.com/hook/${secret}/run`, method: 'POST' } }],
    },
    [],
  );
  assert.equal(Object.keys(openapi['paths'] as JsonObject), ['/hook/{token}/run']);
});

test('a plain word that is a password does not change the names of the service', () => {
  const collection = {
    info: { name: 'Users' },
    auth: { type: 'basic', basic: { username: 'a', password: 'users' } },
    item: [{ name: 'List', request: { url: 'https://api.contoso.com/users?users=1', method: 'GET' } }],
  };
  const { openapi } = connectorFromPostman(collection, []);
  assert.equal(Object.keys(openapi['paths'] as JsonObject), ['/users']);
});

test.run();
