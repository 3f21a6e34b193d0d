import { tagCounts, type OperationChoice } from '../app/import/choose-operations.ts';
import { withChosenOperations } from '../app/import/draft-of-source.ts';
import type { Draft } from '../app/import/draft.ts';
import { excessOf } from '../app/import/limits.ts';
import { writtenOperations } from '../app/import/operation-values.ts';
import { stringMember } from '../domain/json.ts';
import { askSome } from './prompts.ts';

/**
 * Asks which operations a connector is to have, when all of them are too many: by tag where there are some, one by one otherwise; and again
 * as long as what was chosen is nothing, or still too much.
 */
export async function askOperations(draft: Draft, excess: string): Promise<OperationChoice> {
  let why = `The document has ${excess}`;
  let before: readonly string[] = [];
  for (;;) {
    const choice = await askOnce(draft, why, before);
    before = [...choice.tags, ...choice.operations];
    const isNone = before.length === 0;
    const left = isNone ? undefined : excessOf(withChosenOperations(draft, choice).document.value);
    if (!isNone && left === undefined) return choice;
    why = isNone ? `Nothing was chosen; the document has ${excess}` : `What was chosen has ${left}`;
  }
}

async function askOnce({ document }: Draft, why: string, before: readonly string[]): Promise<OperationChoice> {
  const tags = [...tagCounts(document.value)].filter(([tag]) => tag !== '');
  if (tags.length > 1) {
    const choices = tags.map(([value, count]) => ({ value, label: value, hint: String(count) }));
    return { tags: await askSome('Which tags?', why, choices, before), operations: [] };
  }
  const choices = writtenOperations(document.value).map(({ verb, path, value }) => {
    const label = `${verb.toUpperCase()} ${path}`;
    return { value: label, label, hint: stringMember(value, 'summary') ?? '' };
  });
  return { tags: [], operations: await askSome('Which operations?', why, choices, before) };
}
