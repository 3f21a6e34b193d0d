import { tagCounts, type OperationChoice } from '../app/import/choose-operations.ts';
import type { Draft } from '../app/import/draft.ts';
import { writtenOperations } from '../app/import/operation-values.ts';
import { stringMember } from '../domain/json.ts';
import { askSome } from './prompts.ts';

/** Asks which operations a connector is to have, when all of them are too many: by tag where there are some, one by one otherwise. */
export async function askOperations({ document }: Draft, excess: string): Promise<OperationChoice> {
  const tags = [...tagCounts(document.value)].filter(([tag]) => tag !== '');
  if (tags.length > 1) {
    const choices = tags.map(([value, count]) => ({ value, label: value, hint: String(count) }));
    return { tags: await askSome('Which tags?', `The document has ${excess}`, choices, []), operations: [] };
  }
  const choices = writtenOperations(document.value).map(({ verb, path, value }) => {
    const label = `${verb.toUpperCase()} ${path}`;
    return { value: label, label, hint: stringMember(value, 'summary') ?? '' };
  });
  return { tags: [], operations: await askSome('Which operations?', `The document has ${excess}`, choices, []) };
}
