import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { postmanVersionOf } from '../src/convert/postman-version.ts';
import type { Json, JsonObject } from '../src/domain/json.ts';
import type { Bench, Row } from './bench.ts';
import { interleave, median, medianOf, peakMemory, type Program } from './measure.ts';
import { mebibytes, milliseconds } from './table.ts';

const ROUNDS = 11;
/** What a conversion may take besides three times the reading. */
const ALLOWED_MS = 150;
const ALLOWED_MIB = 300;

/** Turning Postman collections into connectors: whole processes, beside `JSON.parse` of the same file alone. */
export const postmanBench: Bench = {
  name: 'postman',
  title: '## Importing Postman collections',
  measure: async ({ corpus, scratch, progress }) => {
    const program = join(scratch, 'import-postman.mjs');
    const entryPoints = [resolve(import.meta.dirname, 'contenders/import-postman.ts')];
    const options = { bundle: true, platform: 'node', format: 'esm', target: 'node24', minify: true } as const;
    await build({ entryPoints, outfile: program, ...options });
    const made = join(scratch, 'made-up.json');
    writeFileSync(made, JSON.stringify(madeUp(250), null, 2));
    return [largestIn(corpus), made].flatMap((file) => {
      if (file === undefined) return [];
      progress(file);
      return rowsOf(program, file);
    });
  },
};

function rowsOf(program: string, file: string): Row[] {
  const what = `${Math.round(statSync(file).size / 1024)} kB`;
  const ours: Program = { name: `${what}, import`, command: 'node', args: [program, file] };
  const time = medianOf(interleave([ours], ROUNDS), ours.name);
  const allowed = 3 * parseTime(file) + ALLOWED_MS;
  const peak = peakMemory(ours, 3);
  return [
    {
      what,
      ours: milliseconds(time),
      peer: `3 x JSON.parse + ${ALLOWED_MS} ms`,
      theirs: milliseconds(allowed),
      ratio: time / allowed,
      goal: 1,
      runs: ROUNDS,
    },
    {
      what: `${what}, peak memory`,
      ours: mebibytes(peak),
      peer: 'what is allowed',
      theirs: mebibytes(ALLOWED_MIB),
      ratio: peak / ALLOWED_MIB,
      goal: 1,
      runs: 3,
    },
  ];
}

/** Of the text in memory, without the start of a process: the stricter of the two ways to measure it. */
function parseTime(file: string): number {
  const text = readFileSync(file, 'utf8');
  return median(
    Array.from({ length: ROUNDS }, () => {
      const start = process.hrtime.bigint();
      JSON.parse(text);
      return Number(process.hrtime.bigint() - start) / 1e6;
    }),
  );
}

/** The largest collection in a tree; undefined when it holds none. */
function largestIn(folder: string): string | undefined {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name))
    .toSorted((one, two) => statSync(two).size - statSync(one).size);
  return files.find((file) => {
    try {
      return postmanVersionOf(JSON.parse(readFileSync(file, 'utf8')) as Json) !== undefined;
    } catch {
      return false;
    }
  });
}

/** As many requests as a connector can have operations, about 1 MB as the portal takes at most; each request with headers, a body and two saved responses. */
function madeUp(count: number): JsonObject {
  const answer = (id: number): string =>
    JSON.stringify({
      items: Array.from({ length: 6 }, (_, index) => ({
        id: id * 100 + index,
        name: `Thing ${index}`,
        created: '2026-01-02T03:04:05Z',
        owner: { id: 'u-1', mail: 'someone@contoso.com', roles: ['reader', 'writer'] },
        parts: [{ kind: 'a', count: index }],
      })),
    });
  const request = (index: number): JsonObject => ({
    name: `Change thing of kind ${index}`,
    request: {
      method: 'POST',
      url: `{{baseUrl}}/v1/kinds/${'abcdefghij'.charAt(index % 10)}${index}/things/:thingId?expand=parts&page=1`,
      description: 'Changes **one** thing, see [the guide](https://contoso.com/guide).\n\n- a\n- b\n',
      header: [{ key: 'X-Trace', value: '{{trace}}' }],
      body: { mode: 'raw', raw: answer(index) },
    },
    response: [200, 201].map((code) => ({ name: 'Changed', code, header: [], body: answer(code) })),
  });
  return {
    info: { name: 'Made up', description: 'To measure with' },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: 'made-up-token-4711' }] },
    variable: [{ key: 'baseUrl', value: 'https://api.contoso.com' }],
    item: Array.from({ length: count }, (_, index) => request(index)),
  };
}
