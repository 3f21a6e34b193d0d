import type { Finding, RuleCode } from '../domain/finding.ts';
import { pointerTo } from '../domain/pointer.ts';
import type { Reply } from '../house-style/engine-thread.ts';
import type { EngineProblem, EngineResult } from '../house-style/messages.ts';
import type { FoundRuleset } from './find-house-style.ts';

/** What a ruleset found in one connector's document, as written by its author. A ruleset that is refused is told once, at its file. */
export function styleFindings({ file }: FoundRuleset, reply: Reply): Finding[] {
  if (reply.kind === 'judged') return reply.results.map(findingOf);
  if (reply.kind === 'stopped')
    return [notFinished(`House style "${file}" was stopped here: it ran out of ${reply.why}`)];
  if (reply.kind === 'failed') return [notFinished(`House style "${file}" did not get through: ${reply.why}`)];
  return [];
}

/** Why the engine does not take a ruleset, at the places of its files. */
export function refusedRuleset({ file }: FoundRuleset, reply: Reply): Finding[] {
  if (reply.kind === 'refused') return reply.problems.map(refusal);
  if (reply.kind === 'stopped') return [refusal({ file, path: [], message: `it ran out of ${reply.why}` })];
  return reply.kind === 'failed' ? [refusal({ file, path: [], message: reply.why })] : [];
}

function refusal({ file, path, message }: EngineProblem): Finding {
  return {
    code: 'file/ruleset-not-valid',
    at: { file, pointer: pointerTo(...path) },
    message: `The ruleset cannot be used: ${message}`,
  };
}

function findingOf({ rule, severity, message, path, documentationUrl }: EngineResult): Finding {
  return {
    code: styleCode(rule),
    severity,
    at: { part: 'authored', pointer: pointerTo(...path) },
    message,
    ...(documentationUrl === undefined ? {} : { hint: `See ${documentationUrl}` }),
  };
}

/** Codes are lower case with hyphens, whatever a team calls its rules. */
function styleCode(rule: string): RuleCode {
  return `style/${rule.toLowerCase().replace(/[^a-z0-9-]+/g, '-')}`;
}

function notFinished(message: string): Finding {
  return {
    code: 'file/house-style-not-finished',
    at: { part: 'authored', pointer: '' },
    message,
    hint: 'Look for a regular expression with nested repetition in the ruleset, and for references that multiply in the document',
  };
}
