import { objectMember, stringMember } from '../../domain/json.ts';
import { categoriesOf } from '../../rules/facts/categories.ts';
import { metadataEntriesOf } from '../../rules/facts/connector-metadata.ts';
import type { Derived } from './answers.ts';
import { derive } from './derive.ts';
import type { Draft } from './draft.ts';
import { publishedView } from './published-view.ts';

/** What a connector says now, for every question. What could be added to it is offered, and nothing of that taken. */
export function presentAnswers(draft: Draft): Derived {
  const derived = derive(draft);
  const { document } = publishedView(draft.document.value, draft.document.files);
  const info = objectMember(document, 'info');
  const website = metadataEntriesOf(document).find(({ means }) => means === 'Website')?.value;
  return {
    ...derived,
    proposed: {
      ...derived.proposed,
      title: stringMember(info, 'title') ?? derived.proposed.title,
      description: stringMember(info, 'description') ?? derived.proposed.description,
      publisher: stringMember(draft.native, 'publisher') ?? derived.proposed.publisher,
      categories: categoriesOf(document).flatMap(({ names }) => names),
      website: typeof website === 'string' ? website : undefined,
      triggers: [],
      dynamicValues: [],
    },
    unsure: [],
  };
}
