import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runCli, sampleTree } from './run-cli.ts';

const test = suite('cli/bad-input');

interface Case {
  readonly name: string;
  /** Breaks the sample; `folder` is connectors/sunrise, `root` the repository. */
  readonly break: (folder: string, root: string) => void;
  readonly code: number;
  /** A part of what is printed, the place included. */
  readonly says: string | RegExp;
  readonly path?: string;
}

const edit = (file: string, from: string | RegExp, to: string): void => {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  assert.is.not(after, before, `nothing to edit in ${file}`);
  writeFileSync(file, after);
};
const openapi = (folder: string): string => join(folder, 'openapi.yaml');

const cases: Case[] = [
  { name: 'a sound connector', break: () => {}, code: 0, says: '1 connector, 3 files: clean' },
  { name: 'a missing folder', break: () => {}, path: 'nowhere', code: 2, says: 'There is no file or folder "nowhere"' },
  {
    name: 'an empty folder',
    break: (_, root) => mkdirSync(join(root, 'empty')),
    path: 'empty',
    code: 3,
    says: 'There is no connector in "empty"',
  },
  {
    name: 'a folder name that is no id',
    break: (folder) => renameSync(folder, `${folder} API!`),
    code: 1,
    says: 'file/folder-name-not-valid',
  },
  {
    name: 'a symbolic link out of the tree',
    break: (folder) => {
      rmSync(join(folder, 'README.md'));
      symlinkSync('/etc/passwd', join(folder, 'README.md'));
    },
    code: 1,
    says: 'connectors/sunrise/README.md:1:1 error file/symbolic-link',
  },
  {
    name: 'a file of 20 MB',
    break: (folder) => appendFileSync(openapi(folder), `# ${'x'.repeat(20 * 1024 * 1024)}\n`),
    code: 1,
    says: 'connectors/sunrise/openapi.yaml:1:1 error file/too-large',
  },
  {
    name: 'a definition over 1 MB',
    break: (folder) => edit(openapi(folder), 'Says when', 'x'.repeat(10 * 1024 * 1024)),
    code: 1,
    says: 'connectors/sunrise/openapi.yaml:1:1 error file/definition-too-large',
  },
  {
    name: 'a YAML alias bomb',
    break: (folder) => {
      const levels = Array.from(
        { length: 12 },
        (_, n) => `x-${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(',')}]`,
      );
      appendFileSync(openapi(folder), `x-0: &l0 [a,a,a,a,a,a,a,a,a]\n${levels.join('\n')}\n`);
    },
    code: 1,
    says: 'file/too-many-aliases',
  },
  {
    name: 'a __proto__ key',
    break: (folder) => appendFileSync(openapi(folder), 'x-extra:\n  __proto__: {polluted: true}\n'),
    code: 1,
    says: /openapi\.yaml:\d+:\d+ error file\/reserved-key/,
  },
  {
    name: 'a cycle of references',
    break: (folder) =>
      edit(
        openapi(folder),
        '        type: string\n        format: date-time\n        x-ms-summary: Sunset',
        '        $ref: "#/definitions/Times"\n        x-ms-summary: Sunset',
      ),
    code: 0,
    says: '1 connector',
  },
  {
    name: 'a definition that is only a reference to itself',
    break: (folder) => appendFileSync(openapi(folder), '  Loop:\n    $ref: "#/definitions/Loop"\n'),
    code: 1,
    says: /openapi\.yaml:56:\d+ error schema\/ref-loop/,
  },
  {
    name: 'two OpenAPI files',
    break: (folder) => writeFileSync(join(folder, 'openapi.json'), '{"swagger":"2.0"}'),
    code: 1,
    says: 'file/two-api-definitions',
  },
  {
    name: 'bytes that are not UTF-8',
    break: (folder) =>
      writeFileSync(
        openapi(folder),
        Buffer.concat([Buffer.from('swagger: "2.0"\ninfo:\n  title: Caf'), Buffer.from([0xe9, 0x0a])]),
      ),
    code: 1,
    says: /openapi\.yaml:3:\d+ error file\/not-utf8/,
  },
  {
    name: 'YAML that does not parse',
    break: (folder) => edit(openapi(folder), 'basePath: /v1', 'basePath: "/v1'),
    code: 1,
    says: /openapi\.yaml:\d+:\d+ error file\/yaml-not-valid/,
  },
  {
    name: 'a key twice',
    break: (folder) => edit(openapi(folder), 'basePath: /v1\n', 'basePath: /v1\nbasePath: /v2\n'),
    code: 1,
    says: 'openapi.yaml:12:1 error file/yaml-duplicate-keys',
  },
  {
    name: 'no OpenAPI document',
    break: (folder) => rmSync(openapi(folder)),
    code: 1,
    says: 'error file/missing-api-definition',
  },
  {
    name: 'an empty OpenAPI document',
    break: (folder) => writeFileSync(openapi(folder), ''),
    code: 1,
    says: /openapi\.yaml:1:1 error file\//,
  },
  {
    name: 'a misspelt key in connector.yaml',
    break: (folder) => edit(join(folder, 'connector.yaml'), 'publisher:', 'publisherr:'),
    code: 1,
    says: /connector\.yaml:2:1 error metadata\/connector-file-not-valid .*publisherr/,
  },
  {
    name: 'a brand colour that is none',
    break: (folder) => edit(join(folder, 'connector.yaml'), '#a5441f', 'red'),
    code: 1,
    says: /connector\.yaml:3:17 error/,
  },
  {
    name: 'an operation without id',
    break: (folder) => edit(openapi(folder), '      operationId: GetTimes\n', ''),
    code: 1,
    says: /openapi\.yaml:1[67]:\d+ error operation\/id-required/,
  },
  {
    name: 'a reference that leads nowhere',
    break: (folder) => edit(openapi(folder), '#/definitions/Times', '#/definitions/Time'),
    code: 1,
    says: /openapi\.yaml:40:\d+ error schema\/reference-not-found/,
  },
  {
    name: 'a path parameter that is not in the path',
    break: (folder) => edit(openapi(folder), '  /times/{day}:', '  /times/{date}:'),
    code: 1,
    says: 'error parameter/',
  },
  {
    name: 'a host with a scheme',
    break: (folder) => edit(openapi(folder), 'host: api', 'host: https://api'),
    code: 1,
    says: 'openapi.yaml:10:7 error document/host-name-not-valid',
  },
  {
    name: 'a version that YAML takes for a number',
    break: (folder) => edit(openapi(folder), 'version: "1.0"', 'version: 1.0'),
    code: 1,
    says: 'openapi.yaml:5:12 error document/json-type-incorrect',
  },
  {
    name: 'a default of another type',
    break: (folder) =>
      edit(openapi(folder), '          type: number\n', '          type: number\n          default: "48"\n'),
    code: 1,
    says: 'openapi.yaml:34:20 error schema/default-value-must-match-type',
  },
  {
    name: 'a registry.yaml with a bad tenant',
    break: (_, root) => edit(join(root, 'registry.yaml'), '11111111-1111', 'x'),
    code: 1,
    says: /registry\.yaml:4:13 error file\/registry-not-valid/,
  },
];

for (const one of cases) {
  test(one.name, async () => {
    const tree = sampleTree();
    try {
      one.break(join(tree.path, 'connectors', 'sunrise'), tree.path);
      const ran = await runCli(tree.path, ['validate', one.path ?? '.']);
      const printed = ran.stdout + ran.stderr;
      assert.match(printed, one.says);
      assert.is(ran.code, one.code, printed);
      assert.not.match(printed, /\n\s+at /, 'a stack trace');
    } finally {
      tree.remove();
    }
  });
}

test.run();
