import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkOneByOne, type Help } from '../../src/app/check-one-by-one.ts';
import { checkTree, reportOf } from '../../src/app/check-tree.ts';
import { startThreads } from '../../src/app/judge-threads.ts';
import type { ValidateReport } from '../../src/report/validate-report.ts';
import { diskTree } from '../../src/load/disk-tree.ts';

const JUDGING = { profile: 'strict', today: '2026-01-01' } as const;

const document = (operation: string): string =>
  `swagger: "2.0"\ninfo: {title: Weather, version: "1"}\nhost: api.example.com\npaths:\n  /a/{b}:\n    get: {operationId: ${operation}, responses: {}}\n`;

// One of each layout and of what needs its whole folder later: titles and ids that others have, a suppression, a converted document, a broken one.
const FILES: Readonly<Record<string, string>> = {
  'registry.yaml': `version: 1
targets:
  - {name: t, tenant: 11111111-1111-1111-1111-111111111111, subscription: 22222222-2222-2222-2222-222222222222, region: westeurope, registry: "https://registry.example", connectors: ["*"], stage: registered}
`,
  'connectors/one/connector.yaml': 'publisher: Contoso\niconBrandColor: red\n',
  'connectors/one/openapi.yaml': document('GetA'),
  'connectors/two/connector.yaml':
    'suppressions:\n  - {rule: operation/visibility-missing, place: GetB, reason: Later, owner: me, expires: 2027-01-01}\n',
  'connectors/two/openapi.yaml': document('GetB'),
  'connectors/three/connector.yaml': 'publisher: Contoso\n',
  'connectors/three/openapi.yaml':
    'openapi: 3.0.3\ninfo: {title: Weather, version: "1"}\nservers: [{url: "https://api.example.com"}]\npaths:\n  /a/{b}:\n    get: {operationId: GetC, responses: {}}\n',
  'connectors/four/apiProperties.json': '{"properties": {"iconBrandColor": "red", "connectionParameters": {}}}',
  'connectors/four/apiDefinition.swagger.json': '{"swagger": "2.0",',
  'elsewhere/one/connector.yaml': 'publisher: Contoso\n',
  'elsewhere/one/openapi.yaml': document('GetD'),
};

function writeTree(): string {
  const root = mkdtempSync(join(tmpdir(), 'judge-threads-'));
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

async function checkedWith(root: string, help: Help): Promise<ValidateReport | undefined> {
  const checked = await checkOneByOne(
    diskTree(root),
    [''],
    JUDGING,
    () => false,
    async () => help,
  );
  return checked && reportOf(checked);
}

const test = suite('app/judge-threads');

test('connectors that other threads judge get the report that this one gives them', async () => {
  const root = writeTree();
  try {
    const threads = startThreads(2, { root, paths: [''], judging: JUDGING });
    let judgedThere = 0;
    const report = await checkedWith(root, {
      ...threads,
      next: () => Number.MAX_SAFE_INTEGER,
      judged: async (readers, own) => {
        const found = await threads.judged(readers, own);
        judgedThere = found.judged.size;
        return found;
      },
    });
    // A machine that runs one thread at a time starts no other.
    assert.is(judgedThere, availableParallelism() === 1 ? 0 : 5);
    assert.equal(report, reportOf(checkTree(diskTree(root), [''], JUDGING)));
    const codes = new Set(report?.diagnostics.map(({ code }) => code));
    for (const code of ['metadata/title-unique', 'file/connector-id-collision', 'file/json-not-valid']) {
      assert.ok(codes.has(code), code);
    }
    assert.is(report?.suppressed?.length, 1);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('each connector is judged by one thread', async () => {
  const root = writeTree();
  try {
    const report = await checkedWith(root, startThreads(3, { root, paths: [''], judging: JUDGING }));
    assert.equal(report, reportOf(checkTree(diskTree(root), [''], JUDGING)));
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('what a thread took that ends early is judged here', async () => {
  const root = writeTree();
  try {
    const wrong = { root, paths: [''], judging: undefined as unknown as typeof JUDGING };
    const report = await checkedWith(root, {
      ...startThreads(1, wrong),
      next: () => Number.MAX_SAFE_INTEGER,
    });
    assert.equal(report, reportOf(checkTree(diskTree(root), [''], JUDGING)));
  } finally {
    rmSync(root, { recursive: true });
  }
});

test.run();
