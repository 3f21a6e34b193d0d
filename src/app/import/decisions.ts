import { arrayMember, member, objectMember, stringMember, type Json, type JsonObject } from '../../domain/json.ts';
import { isSameJson } from '../../fix/same-json.ts';
import type { Answers, Derived } from './answers.ts';
import type { Authentication } from './authentication.ts';
import type { OperationChoice } from './choose-operations.ts';
import type { DynamicValues } from './dynamic-values.ts';
import { serviceUrlFault } from './service-url.ts';

/** What a person decided about an import, by flags or in a terminal: a later import of the source takes it for granted. */
export interface Decisions {
  /** What the source calls itself, by which its connector is found when a person has given it another name. */
  readonly sourceTitle?: string | undefined;
  /** Of several hosts of a Postman collection. */
  readonly host: string | undefined;
  readonly choice: OperationChoice;
  /** Names of the files that gave values for a collection's variables: without them it is another connector. */
  readonly environments?: readonly string[];
  /** Whether somebody chose a picture for the icon. */
  readonly hasIcon?: boolean;
  /** Answers that are not what was derived. */
  readonly answers: JsonObject;
}

const PLAIN = ['serviceUrl', 'title', 'description', 'publisher', 'brandColor', 'website'] as const;

/** The decisions behind answers: nothing about what was taken as it was derived. */
export function decisionsOf(
  { proposed }: Derived,
  answers: Answers,
  made: Omit<Decisions, 'answers' | 'sourceTitle'>,
): Decisions {
  const plain = PLAIN.flatMap((key): [string, Json][] =>
    answers[key] === proposed[key] ? [] : [[key, answers[key] ?? null]],
  );
  const whole = (['authentication', 'categories'] as const).flatMap((key): [string, Json][] =>
    isSameJson(jsonOf(answers[key]), jsonOf(proposed[key])) ? [] : [[key, jsonOf(answers[key])]],
  );
  const triggers = answers.triggers.map(({ operationId }) => operationId);
  const declined = proposed.dynamicValues.filter((one) => !answers.dynamicValues.includes(one)).map(nameOfList);
  const isNone = declined.length > 0 && answers.dynamicValues.length === 0;
  return {
    ...made,
    sourceTitle: proposed.title,
    answers: {
      ...Object.fromEntries([...plain, ...whole]),
      ...(triggers.length === 0 ? {} : { triggers }),
      ...(declined.length === 0 ? {} : { dynamicValues: isNone ? false : { without: declined } }),
    },
  };
}

/** What is derived from a source now, with what was decided about it before. */
export function withDecisions(derived: Derived, { answers }: Decisions): Derived {
  const { proposed, triggers } = derived;
  const decidedLists = member(answers, 'dynamicValues');
  const without = new Set(textsIn(decidedLists, 'without'));
  const chosen = new Set(textsIn(answers, 'triggers'));
  return {
    ...derived,
    proposed: {
      ...proposed,
      ...plainAnswers(answers),
      authentication: authenticationIn(objectMember(answers, 'authentication')) ?? proposed.authentication,
      categories:
        arrayMember(answers, 'categories') === undefined ? proposed.categories : textsIn(answers, 'categories'),
      triggers: triggers.filter(({ operationId }) => chosen.has(operationId)),
      dynamicValues:
        decidedLists === false ? [] : proposed.dynamicValues.filter((one) => !without.has(nameOfList(one))),
    },
  };
}

/** The decisions as they stand in a file that anybody may have edited: what is not understood counts as not decided. */
export function parseDecisions(value: Json | undefined): Decisions {
  const choice = objectMember(value, 'choice');
  return {
    sourceTitle: stringMember(value, 'source'),
    host: stringMember(value, 'host'),
    choice: { tags: textsIn(choice, 'tags'), operations: textsIn(choice, 'operations') },
    environments: textsIn(value, 'environments'),
    hasIcon: member(value, 'icon') === 'chosen',
    answers: objectMember(value, 'answers') ?? {},
  };
}

/** As they are written: without what was not decided. */
export function decisionsJson({
  sourceTitle,
  host,
  choice,
  environments = [],
  hasIcon = false,
  answers,
}: Decisions): JsonObject {
  const { tags, operations } = choice;
  const isChosen = tags.length + operations.length > 0;
  return {
    ...(sourceTitle === undefined ? {} : { source: sourceTitle }),
    ...(host === undefined ? {} : { host }),
    ...(isChosen ? { choice: { tags: [...tags], operations: [...operations] } } : {}),
    ...(environments.length === 0 ? {} : { environments: [...environments] }),
    ...(hasIcon ? { icon: 'chosen' } : {}),
    ...(Object.keys(answers).length === 0 ? {} : { answers }),
  };
}

function plainAnswers(answers: JsonObject): Partial<Pick<Answers, (typeof PLAIN)[number]>> {
  const found = PLAIN.flatMap((key) => {
    const text = stringMember(answers, key);
    if (text === undefined || text.trim() === '' || FAULTS[key]?.(text) !== undefined) return [];
    return [[key, text] as const];
  });
  return Object.fromEntries(found);
}

const FAULTS: Readonly<Partial<Record<(typeof PLAIN)[number], (text: string) => string | undefined>>> = {
  serviceUrl: serviceUrlFault,
  brandColor: (text) => (/^#[0-9a-f]{6}$/i.test(text) ? undefined : 'no colour'),
};

function authenticationIn(value: JsonObject | undefined): Authentication | undefined {
  const [kind, name, location] = ['kind', 'name', 'location'].map((key) => stringMember(value, key));
  if (kind === 'none' || kind === 'basic') return { kind };
  if (kind === 'api-key' && name !== undefined && (location === 'header' || location === 'query'))
    return { kind, name, location };
  const [authorizationUrl, tokenUrl] = ['authorizationUrl', 'tokenUrl'].map((key) => stringMember(value, key));
  if (kind !== 'oauth2' || authorizationUrl === undefined || tokenUrl === undefined) return undefined;
  return { kind, authorizationUrl, tokenUrl, scopes: textsIn(value, 'scopes') };
}

function textsIn(value: Json | undefined, key: string): string[] {
  return (arrayMember(value, key) ?? []).filter((one) => typeof one === 'string');
}

/** A place in a document moves; the name of a parameter of an operation stays. */
function nameOfList({ usedBy, parameter }: DynamicValues): string {
  return `${usedBy} ${parameter}`;
}

function jsonOf(value: Authentication | readonly string[]): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
