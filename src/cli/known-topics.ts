import type { Answers } from '../app/import/answers.ts';
import type { ConnectorOptions } from './connector-options.ts';

/** What the options have answered, so that it is not asked again. */
export function knownTopics(options: ConnectorOptions): Set<keyof Answers> {
  const given: readonly (readonly [keyof Answers, boolean])[] = [
    ['serviceUrl', options.serviceUrl !== undefined],
    ['publisher', options.publisher !== undefined],
    ['authentication', options.auth !== undefined],
    ['triggers', options.trigger.length > 0],
  ];
  return new Set(given.filter(([, isGiven]) => isGiven).map(([topic]) => topic));
}
