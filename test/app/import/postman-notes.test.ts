import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { draftFromPostman } from '../../../src/app/import/draft-from-postman.ts';
import type { JsonObject } from '../../../src/domain/json.ts';

const test = suite('app/import/postman-notes');

const request = (name: string, url: string, more: JsonObject = {}): JsonObject => ({
  name,
  request: { method: 'GET', url },
  ...more,
});
const script = { event: [{ listen: 'test', script: { exec: ['pm.test("x")'] } }] };
const collection = (...item: readonly JsonObject[]): JsonObject => ({ info: { name: 'Pets' }, item });

const notesOf = (value: JsonObject): readonly string[] => draftFromPostman(value, { environments: [] }).notes;

test('what is alike is told once, and each one of it is in the details', () => {
  const many = Array.from({ length: 4 }, (_, index) =>
    request(`R${index}`, `https://a.example/${'abcd'[index]}`, script),
  );
  const { notes, details } = draftFromPostman(collection(...many), { environments: [] });
  assert.equal(notes, ['4 scripts left out: a connector runs none']);
  assert.equal(
    details?.map(({ pointer }) => pointer.split('/').slice(0, 3).join('/')),
    ['/item/0', '/item/1', '/item/2', '/item/3'],
  );
});

test('one of a kind is told in its own words', () => {
  assert.equal(notesOf(collection(request('R', 'https://a.example/a', script))), ['The test script is left out']);
});

test('requests to one address are told by the first, and counted', () => {
  const [note] = notesOf(collection(...['A', 'B', 'C', 'D'].map((name) => request(name, 'https://a.example/a'))));
  assert.match(note!, /^"B" goes to the same address as "A", so the two are one operation \(and 2 more like it\)$/);
});

test('a host without a value says how to give one', () => {
  const [note] = notesOf(collection(request('A', '{{url}}/a')));
  assert.match(note!, 'Makers say the host when they connect, because "url" has no value; --environment gives one');
});

test('secrets are told by the names that stand for them', () => {
  const auth = (token: string): JsonObject => ({
    request: {
      method: 'GET',
      url: `https://a.example/${token.slice(-1)}`,
      auth: { type: 'apikey', apikey: { key: `X-${token.slice(-1)}`, value: token } },
    },
  });
  const [note] = notesOf(
    collection(...['Anch0r-a', 'Anch0r-b', 'Anch0r-c', 'Anch0r-d'].map((token) => ({ name: 'R', ...auth(token) }))),
  );
  assert.match(note!, /^4 secrets of the collection are left out; \w+, \w+, \w+ and 1 more stand for them$/);
});

test.run();
