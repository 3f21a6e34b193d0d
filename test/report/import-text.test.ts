import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ImportReport } from '../../src/report/import-report.ts';
import { renderImportText } from '../../src/report/import-text.ts';
import { pullRequestText } from '../../src/report/pull-request-text.ts';

const test = suite('report/import-text');

const REPORT: ImportReport = {
  version: 1,
  connector: 'garden',
  folder: 'connectors/garden',
  source: { name: '/home/ada/garden.json?key=4711', kind: 'OpenAPI 3' },
  files: ['connector.yaml', 'openapi.json'],
  title: 'Garden',
  operations: 2,
  losses: [
    { pointer: '/paths/~1plants/get/responses/200', construct: 'example', message: 'An example is left out' },
    { pointer: '/paths/~1trees/get', construct: 'example', message: 'An example is left out' },
    { pointer: '/servers/1', construct: 'servers', message: 'A second server is left out' },
  ],
  notes: ['A note'],
  mended: 1,
  errors: [],
  todo: [{ code: 'metadata/contact-missing', message: 'No contact', count: 2 }],
  next: ['npx connectors validate connectors/garden'],
};

test('a first import says where it is, what was lost, what is to do and what comes next', () => {
  assert.is(
    renderImportText(REPORT),
    `connectors/garden  Garden: 2 operations, from /home/ada/garden.json?key=4711 (OpenAPI 3)
  connector.yaml  openapi.json
  1 slip of the source mended
  A note

Not carried over (3):
  GET /plants  An example is left out (and 1 more like it)
  /servers/1  A second server is left out
  --format json has them all

To do before certification:
  metadata/contact-missing  No contact (and 1 more)
  "npx connectors rules CODE" says how

Next:
  npx connectors validate connectors/garden
`,
  );
});

const MERGED = {
  changed: ['openapi.json', '.import.json'],
  operations: { added: ['ListTrees'], changed: [], removed: ['ListShrubs'] },
  conflicts: [
    {
      file: 'connectors/garden/openapi.json',
      line: 7,
      column: 3,
      pointer: '/info/title',
      message: 'The source has another value here now, and yours was edited by hand',
      yours: 'Gar\u001b[31mden',
      source: { long: 'x'.repeat(200) },
    },
    { file: 'connectors/garden/connector.yaml', line: 1, column: 1, pointer: '', message: 'It was removed' },
  ],
};

test('a merge says what changed, and shows both sides of what both changed', () => {
  const text = renderImportText({ ...REPORT, merged: MERGED });
  assert.match(text, '  merged into what is there: openapi.json  .import.json\n  new: ListTrees\n  gone: ListShrubs\n');
  assert.match(text, '  connectors/garden/openapi.json:7:3  The source has another value');
  assert.match(text, '    yours:  "Gar\\u001b[31mden"\n');
  assert.match(text, /source: \{"long":"x{80,90}\.\.\.\n/);
  assert.match(text, '    yours:  (not there)\n    source: (not there)\n');
});

test('a merge that changes nothing repeats nothing', () => {
  const merged = { changed: [], operations: { added: [], changed: [], removed: [] }, conflicts: [] };
  assert.is(
    renderImportText({ ...REPORT, merged, next: [] }),
    `connectors/garden  Garden: 2 operations, from /home/ada/garden.json?key=4711 (OpenAPI 3)
  Nothing changes: the folder has everything that the source has
`,
  );
});

test('a pull request names neither folders of a machine nor what stands behind an address, and holds no markup of the source', () => {
  const title = 'Garden <img src=x onerror=alert(1)>\n@octocat';
  const losses = [{ pointer: '/paths/~1`a', construct: 'x', message: '[x](http://a.example) <b>' }];
  const { title: said, body } = pullRequestText({ ...REPORT, title, losses, merged: MERGED }, true);
  assert.is(said.split('\n').length, 1);
  assert.match(said, /^Update connector Garden/);
  for (const hidden of ['/home/ada', '4711', '<b>', '[x](']) assert.not.match(body, hidden);
  assert.match(body, '`garden.json`');
  assert.match(body, '**Operations that are new:** `ListTrees`');
});

test('the text of a pull request stays within what GitHub takes', () => {
  const losses = Array.from({ length: 5000 }, (_, index) => ({
    pointer: `/${index}`,
    construct: 'x',
    message: '&'.repeat(5000),
  }));
  assert.ok(pullRequestText({ ...REPORT, losses }, false).body.length < 65_536);
});

test('a title in a commit closes no issue and calls nobody', () => {
  const title = 'Garden, closes #1, GH-2, https://github.com/a/b/issues/3, @contoso/all, C# 8 \u{1f41f}';
  const told = pullRequestText({ ...REPORT, title }, false).title;
  assert.not.match(told, /#\d|@\w|GH-\d|https:/);
  assert.match(told, 'C# 8 \u{1f41f}');
  assert.ok(pullRequestText({ ...REPORT, title: '\u{1f41f}'.repeat(200) }, false).title.isWellFormed());
});

test('a pull request stays below what GitHub takes, whatever a document says', () => {
  const message = '<*>'.repeat(100);
  const losses = Array.from({ length: 99 }, () => ({ pointer: '|'.repeat(300), construct: 'x', message }));
  const todo = losses.map(() => ({ code: 'metadata/contact-missing', message, count: 1 }));
  const { body } = pullRequestText({ ...REPORT, losses, todo }, false);
  assert.ok(body.length < 65_536, `${body.length} characters`);
  assert.match(body, /and 9\d more/);
});

test.run();
