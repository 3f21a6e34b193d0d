import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { convertOpenApi3 } from '../src/convert/openapi-3-to-2.ts';
import { isObject, stringMember, type JsonObject } from '../src/domain/json.ts';
import { parseJson } from '../src/load/parse-json.ts';
import { parseYaml } from '../src/load/parse-yaml.ts';
import { silentlyLost } from '../test/convert/silently-lost.ts';
import type { Bench, Row } from './bench.ts';

/**
 * Converts every OpenAPI 3 document below a folder: whether the result is valid by the official schema of 2.0, and whether each operation,
 * parameter, property and response of the source is in it or in the report. GitHub's own description is in the package @octokit/openapi.
 */
export const conversionsBench: Bench = {
  name: 'conversions',
  title: '## What conversions from OpenAPI 3 come to',
  measure: async ({ corpus, progress }) => {
    const documents = documentsIn(corpus);
    const outcomes: Outcome[] = [];
    for (const [name, source] of documents) {
      const outcome = await outcomeOf(source);
      outcomes.push(outcome);
      progress(`${name}: ${describe(outcome)}`);
    }
    const count = (wrong: (outcome: Outcome) => number): number => outcomes.reduce((sum, one) => sum + wrong(one), 0);
    const what = `${documents.length} documents`;
    return [
      noneOf(
        `${what}, results that are not valid`,
        count(({ isValid }) => (isValid ? 0 : 1)),
        documents.length,
      ),
      noneOf(
        `${what}, places lost without a word`,
        count(({ silent }) => silent),
        documents.length,
      ),
    ];
  },
};

interface Outcome {
  readonly isValid: boolean;
  readonly losses: number;
  readonly refused: string | undefined;
  readonly silent: number;
}

async function outcomeOf(source: JsonObject): Promise<Outcome> {
  const { document, losses, refused } = convertOpenApi3(source);
  const { valid } = await new Validator().validate(structuredClone(document));
  return { isValid: valid, losses: losses.length, refused: refused[0]?.message, silent: silentlyLost(source).length };
}

function describe({ isValid, losses, refused, silent }: Outcome): string {
  const outcome = refused === undefined ? 'converted' : `refused (${refused})`;
  return `${outcome}, ${isValid ? 'valid' : 'NOT VALID'}, ${losses} losses, ${silent} lost without a word`;
}

function documentsIn(folder: string): [name: string, source: JsonObject][] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ya?ml|json)$/.test(name),
  );
  return names.toSorted().flatMap((name): [string, JsonObject][] => {
    const text = readFileSync(join(folder, name), 'utf8');
    const { value } = name.endsWith('.json') ? parseJson(name, text) : parseYaml(name, text);
    const isThree = isObject(value) && stringMember(value, 'openapi')?.startsWith('3') === true;
    return isThree ? [[name, value]] : [];
  });
}

function noneOf(what: string, found: number, runs: number): Row {
  return { what, ours: String(found), peer: 'allowed', theirs: '0', ratio: found, goal: 0, runs };
}
