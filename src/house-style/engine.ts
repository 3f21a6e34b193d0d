import spectralCore from '@stoplight/spectral-core';
import spectralRefResolver from '@stoplight/spectral-ref-resolver';
import type { Severity } from '../domain/finding.ts';
import type { Json } from '../domain/json.ts';
import { definitionsOf } from './engine-ruleset.ts';
import { problemsOf } from './engine-problems.ts';
import type { Answer, EngineResult, Question } from './messages.ts';
import type { CheckedRuleset } from './read-ruleset.ts';

const { Ruleset, Spectral } = spectralCore;
type SpectralResult = Awaited<ReturnType<InstanceType<typeof Spectral>['run']>>[number];

/** As many results of one rule in one document as of one of our own rules. */
const MOST_PER_RULE = 1000;
const LONGEST_MESSAGE = 500;
/** Spectral's numbers: error, warn, info, hint. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'info'];

/** Answers questions with Spectral, one instance a ruleset. It is imported in a thread of its own only. */
export function createEngine(): (question: Question) => Promise<Answer> {
  const instances = new Map<string, InstanceType<typeof Spectral>>();
  return async (question) => {
    if (question.kind === 'judge') return judge(instances.get(question.key), question.document, question.source);
    const made = instanceFor(question.ruleset);
    if ('kind' in made) return made;
    instances.set(question.key, made);
    return { kind: 'prepared' };
  };
}

function instanceFor(checked: CheckedRuleset): InstanceType<typeof Spectral> | Answer {
  // Without readers a reference to another file or to the network is a mistake in the document, and never a request.
  const spectral = new Spectral({ resolver: new spectralRefResolver.Resolver({ resolvers: {} }) });
  for (const { file, definition } of definitionsOf(checked)) {
    try {
      // What is extended comes first, so a mistake is found in its own file.
      spectral.setRuleset(new Ruleset(definition, { severity: 'recommended', source: `/${file}` }));
    } catch (cause) {
      return { kind: 'refused', problems: problemsOf(cause, file) };
    }
  }
  return spectral;
}

async function judge(
  spectral: InstanceType<typeof Spectral> | undefined,
  document: Json,
  source: string,
): Promise<Answer> {
  if (spectral === undefined) return { kind: 'failed', why: 'its ruleset was not prepared' };
  const input = {
    parsed: { data: document, diagnostics: [], ast: {}, lineMap: [] },
    // Places are found from the path, by who knows the text.
    getLocationForJsonPath: () => undefined,
    source,
  };
  try {
    const rules = spectral.ruleset?.rules ?? {};
    const results = await spectral.run(input, { ignoreUnknownFormat: true });
    // Spectral has results of its own, about references and formats: others see to those.
    return { kind: 'judged', results: bounded(results.filter(({ code }) => Object.hasOwn(rules, String(code)))) };
  } catch (cause) {
    return { kind: 'failed', why: reasonOf(cause) };
  }
}

function bounded(results: readonly SpectralResult[]): EngineResult[] {
  const byRule = Map.groupBy(results, ({ code }) => String(code));
  return [...byRule.values()].flatMap((found) => found.slice(0, MOST_PER_RULE).map(resultOf));
}

function resultOf({ code, severity, message, path, documentationUrl }: SpectralResult): EngineResult {
  return {
    rule: String(code),
    severity: SEVERITIES[severity] ?? 'info',
    message: shortened(message),
    path: [...path],
    ...(documentationUrl === undefined ? {} : { documentationUrl }),
  };
}

/** A list of mistakes says nothing itself; its first one does. */
function reasonOf(cause: unknown): string {
  const first = cause instanceof Error && 'errors' in cause && Array.isArray(cause.errors) ? cause.errors[0] : cause;
  return shortened(first instanceof Error ? first.message : String(first));
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_MESSAGE ? line : `${line.slice(0, LONGEST_MESSAGE - 1)}…`;
}
