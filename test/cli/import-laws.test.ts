import fc from 'fast-check';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { importSource, type ImportOptions } from '../../src/cli/import-source.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../src/domain/json.ts';
import { child, valueAt, type Pointer } from '../../src/domain/pointer.ts';
import { sourceDocument } from '../../src/fix/source-document.ts';
import type { ImportReport } from '../../src/report/import-report.ts';
import { rewrite } from '../../src/way-out/rewrite.ts';
import { temporaryFolder } from './run-cli.ts';

const test = suite('cli/import-laws');

const SOURCE = readFileSync(resolve('test/fixtures/import/petstore.yaml'), 'utf8');
const BEFORE = valueOf(SOURCE);

function valueOf(text: string): JsonObject {
  return sourceDocument('a.yaml', text).value() as JsonObject;
}

/** The places of all texts that people read, which an author rewords and a source too. */
function proseIn(value: Json, at: Pointer = ''): Pointer[] {
  if (isArray(value)) return value.flatMap((one, index) => proseIn(one, child(at, index)));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'description' || key === 'summary') && typeof inner === 'string'
      ? [child(at, key)]
      : proseIn(inner, child(at, key)),
  );
}

function withTexts(value: Json, texts: ReadonlyMap<Pointer, string>, at: Pointer = ''): Json {
  if (texts.has(at)) return texts.get(at)!;
  if (isArray(value)) return value.map((one, index) => withTexts(one, texts, child(at, index)));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withTexts(inner, texts, child(at, key))]),
  );
}

const PROSE = proseIn(BEFORE);
const places = fc.uniqueArray(fc.constantFrom(...PROSE), { maxLength: 5 });
const newPaths = fc.uniqueArray(fc.constantFrom('/aaa', '/mmm', '/zzz'), { maxLength: 2 });

/** What the source becomes: other words at some places, more operations and parameters, in any order. */
const newerSources = fc.record({ reworded: places, paths: newPaths, isFirst: fc.boolean() });

interface Newer {
  readonly reworded: readonly Pointer[];
  readonly paths: readonly string[];
  readonly isFirst: boolean;
}

function newer({ reworded, paths, isFirst }: Newer): string {
  const texts = new Map(reworded.map((at) => [at, `The source rewords ${at.length} here.`]));
  const value = withTexts(BEFORE, texts) as { paths: JsonObject };
  const added = Object.fromEntries(
    paths.map((path) => [
      path,
      { get: { operationId: `Get${path.slice(1)}`, summary: 'More', responses: { 200: { description: 'More.' } } } },
    ]),
  );
  return JSON.stringify({ ...value, paths: isFirst ? { ...added, ...value.paths } : { ...value.paths, ...added } });
}

async function imported(folder: string, text: string): Promise<ImportReport> {
  writeFileSync(join(folder, 'source'), text);
  const { report, write } = await importSource(join(folder, 'source'), options(folder));
  write();
  return report;
}

function options(folder: string): ImportOptions {
  const none = { environment: [], tag: [], operation: [], category: [], trigger: [], scope: [] };
  return { ...none, out: join(folder, 'connectors'), format: 'text', dynamicValues: true, yes: true };
}

/** A comment above each of some lines, where a comment may stand, and other words at some places. */
function edited(
  text: string,
  lines: readonly number[],
  reworded: readonly Pointer[],
): { text: string; marks: string[] } {
  const texts = new Map(
    reworded.filter((at) => typeof valueAt(valueOf(text), at) === 'string').map((at) => [at, `Mine ${at.length}`]),
  );
  const words = rewrite(sourceDocument('a.yaml', text), withTexts(valueOf(text), texts))!;
  const split = words.split('\n');
  const marks: string[] = [];
  for (const line of lines.map((one) => one % split.length).toSorted((one, two) => two - one)) {
    const at = split[line]!;
    const mark = `# mark ${line} of mine`;
    if (!/^ *[\w"/]/.test(at) || marks.includes(mark)) continue;
    split.splice(line, 0, `${/^ */.exec(at)![0]}${mark}`);
    marks.push(mark);
  }
  return { text: split.join('\n'), marks };
}

test('whatever is edited by hand survives whatever the source adds and rewords', async () => {
  const { path, remove } = temporaryFolder();
  let run = 0;
  try {
    await fc.assert(
      fc.asyncProperty(newerSources, places, fc.array(fc.nat(200), { maxLength: 6 }), async (source, mine, lines) => {
        const folder = join(path, `${(run += 1)}`);
        mkdirSync(folder);
        await imported(folder, SOURCE);
        const file = join(folder, 'connectors/pet-store/openapi.yaml');
        const hand = edited(readFileSync(file, 'utf8'), lines, mine);
        writeFileSync(file, hand.text);
        const before = valueOf(hand.text);
        const { merged } = await imported(folder, newer(source));
        const text = readFileSync(file, 'utf8');
        const after = valueOf(text);
        for (const mark of hand.marks) assert.ok(text.includes(mark), `${mark} is gone`);
        for (const at of mine) assert.is(valueAt(after, at), valueAt(before, at));
        const own = new Set(mine.filter((at) => valueAt(before, at) !== undefined));
        const told = merged?.conflicts.map(({ pointer }) => pointer) ?? [];
        for (const at of source.reworded) {
          if (own.has(at)) assert.ok(told.includes(at), `${at} is told`);
          // What an answer holds, such as the description of the connector, follows the source by way of the answer.
          else if (at !== '/info/description') assert.match(JSON.stringify(valueAt(after, at)), 'The source rewords');
        }
        assert.equal(
          Object.keys(after['paths'] as JsonObject).toSorted(),
          [...new Set([...Object.keys(before['paths'] as JsonObject), ...source.paths])].toSorted(),
        );
        const bytes = bytesIn(folder);
        assert.equal((await imported(folder, newer(source))).merged?.changed, []);
        assert.equal(bytesIn(folder), bytes);
      }),
      { numRuns: 40 },
    );
  } finally {
    remove();
  }
});

function bytesIn(folder: string): string[] {
  const connector = join(folder, 'connectors/pet-store');
  return readdirSync(connector).map((name) => `${name} ${readFileSync(join(connector, name), 'base64')}`);
}

test.run();
