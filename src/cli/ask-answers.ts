import type { Answers, Derived, Question, Trigger } from '../app/import/answers.ts';
import type { Authentication } from '../app/import/authentication.ts';
import { serviceUrlFault } from '../app/import/service-url.ts';
import { CATEGORIES } from '../rules/facts/categories.ts';
import { lengthOf } from '../rules/facts/connector-texts.ts';
import { httpsFault } from './answer-faults.ts';
import { askAuthentication } from './ask-authentication.ts';
import { askOne, askSome, askText, type Choice } from './prompts.ts';

type Topic = keyof Answers;

/** Asks what the source leaves open, then shows everything and lets a person change it until it is right. */
export async function askAnswers(derived: Derived, start: Answers, known: ReadonlySet<Topic>): Promise<Answers> {
  const open: Topic[] = derived.unsure.filter((topic: Question) => !known.has(topic));
  if (derived.triggers.length > 0 && !known.has('triggers')) open.push('triggers');
  let answers = start;
  for (const topic of open) answers = await asked(topic, answers, derived);
  for (;;) {
    const topic = await askOne<Topic | 'done'>(
      'Is this right?',
      'Choose a line to change it',
      linesFor(answers, derived),
    );
    if (topic === 'done') return answers;
    answers = await asked(topic, answers, derived);
  }
}

async function asked(topic: Topic, answers: Answers, derived: Derived): Promise<Answers> {
  const changed = await ASK[topic](answers, derived);
  return { ...answers, ...changed };
}

function linesFor(answers: Answers, derived: Derived): Choice<Topic | 'done'>[] {
  const topics = topicsOf(derived).map((value) => ({
    value,
    label: `${LABELS[value]}: ${cut(SHOWN[value](answers))}`,
  }));
  return [{ value: 'done', label: 'Yes, write it' }, ...topics];
}

const LABELS: Readonly<Record<Topic, string>> = {
  serviceUrl: 'Service',
  title: 'Title',
  description: 'Description',
  publisher: 'Publisher',
  authentication: 'Sign-in',
  categories: 'Categories',
  website: 'Website',
  brandColor: 'Brand colour',
  triggers: 'Triggers',
  dynamicValues: 'Lists to choose from',
};

/** Not what there is nothing to choose for. */
function topicsOf(derived: Derived): Topic[] {
  const isEmpty = (topic: Topic): boolean =>
    (topic === 'triggers' && derived.triggers.length === 0) ||
    (topic === 'dynamicValues' && derived.dynamicValues.length === 0);
  return (Object.keys(LABELS) as Topic[]).filter((topic) => !isEmpty(topic));
}

const SHOWN: Readonly<Record<Topic, (answers: Answers) => string>> = {
  serviceUrl: ({ serviceUrl }) => serviceUrl ?? 'unknown',
  title: ({ title }) => title,
  description: ({ description }) => description,
  publisher: ({ publisher }) => publisher,
  brandColor: ({ brandColor }) => brandColor,
  website: ({ website }) => website ?? 'none',
  categories: ({ categories }) => categories.join(', '),
  authentication: ({ authentication }) => shownAuthentication(authentication),
  triggers: ({ triggers }) => triggers.map(({ operationId }) => operationId).join(', ') || 'none',
  dynamicValues: ({ dynamicValues }) =>
    dynamicValues.map(({ parameter, listedBy }) => `${parameter} from ${listedBy}`).join(', ') || 'none',
};

function shownAuthentication(authentication: Authentication): string {
  const { kind } = authentication;
  if (kind === 'api-key') return `API key in ${authentication.location} ${authentication.name}`;
  if (kind === 'oauth2') return `OAuth 2.0 at ${authentication.authorizationUrl}`;
  return kind === 'basic' ? 'user name and password' : 'none';
}

function cut(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

type Ask = (answers: Answers, derived: Derived) => Promise<Partial<Answers>>;

const ASK: Readonly<Record<Topic, Ask>> = {
  serviceUrl: async ({ serviceUrl }) => ({
    serviceUrl: await askText(
      'Where is the service?',
      'The part that the addresses of all operations begin with',
      serviceUrl ?? 'https://',
      serviceUrlFault,
    ),
  }),
  title: async ({ title }) => ({
    title: await askText('Title', 'The name that makers see in the list of connectors', title, (text) =>
      lengthOf(text) <= 30 ? undefined : 'Certification takes 30 characters',
    ),
  }),
  description: async ({ description }) => ({
    description: await askText('Description', 'What makers can do with it, in a sentence or two', description, (text) =>
      text.length >= 30 && text.length <= 500 ? undefined : '30 to 500 characters',
    ),
  }),
  publisher: async ({ publisher }) => ({
    publisher: await askText('Publisher', 'The organization or person that answers for the connector', publisher),
  }),
  authentication: async ({ authentication }) => ({ authentication: await askAuthentication(authentication) }),
  categories: async ({ categories }) => ({
    categories: await askSome(
      'Categories',
      'By which makers find it; one or two',
      CATEGORIES.map((value) => ({ value, label: value })),
      categories as (typeof CATEGORIES)[number][],
    ),
  }),
  website: async ({ website }) => {
    const page = await askText(
      'Website',
      'The page of the service; certification wants one; - leaves it as it is',
      website ?? 'https://',
      (text) => (text === '-' ? undefined : httpsFault(text)),
    );
    return { website: page === '-' ? website : page };
  },
  brandColor: async ({ brandColor }) => ({
    brandColor: await askText('Brand colour', 'Behind the icon, as #rrggbb', brandColor, (text) =>
      /^#[0-9a-f]{6}$/i.test(text) ? undefined : 'Such as #0a7d55',
    ),
  }),
  triggers: async (answers, { triggers }) => {
    const chosen = await askSome(
      'Which of these start a flow?',
      'As a trigger an operation is no action any more; a webhook is called by the service, a list is asked for what is new',
      triggers.map(triggerChoice),
      answers.triggers.map(({ operationId }) => operationId),
    );
    return { triggers: triggers.filter(({ operationId }) => chosen.includes(operationId)) };
  },
  dynamicValues: async (answers, { dynamicValues }) => {
    const chosen = await askSome(
      'Which parameters get a list?',
      'Makers then choose by name what they would have to know the id of',
      dynamicValues.map(({ at, parameter, usedBy, listedBy }) => ({
        value: at,
        label: `${parameter} of ${usedBy}`,
        hint: `from ${listedBy}`,
      })),
      answers.dynamicValues.map(({ at }) => at),
    );
    return { dynamicValues: dynamicValues.filter(({ at }) => chosen.includes(at)) };
  },
};

function triggerChoice(trigger: Trigger): Choice {
  const { operationId: value, summary } = trigger;
  const how =
    trigger.kind === 'webhook'
      ? 'webhook'
      : `asked with "${trigger.parameter}", which takes the "${trigger.property}" of the first in the list`;
  return { value, label: value, hint: `${summary}; ${how}` };
}
