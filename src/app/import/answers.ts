import type { Authentication } from './authentication.ts';
import type { DynamicValues } from './dynamic-values.ts';
import type { PollingTrigger } from './polling-triggers.ts';
import type { WebhookTrigger } from './webhook-triggers.ts';

/** An operation that can start a flow. */
export type Trigger = WebhookTrigger | PollingTrigger;

/** What a person says about a connector, or what is taken for it. */
export interface Answers {
  /** Where the service is: `https://host/base`; undefined when nobody knows. */
  readonly serviceUrl: string | undefined;
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  /** `#rrggbb`. */
  readonly brandColor: string;
  readonly authentication: Authentication;
  readonly categories: readonly string[];
  readonly website: string | undefined;
  /** Operations that become triggers. */
  readonly triggers: readonly Trigger[];
  /** Parameters that get a list to choose from. */
  readonly dynamicValues: readonly DynamicValues[];
}

/** What a source may leave open, so that a person is asked first. */
export type Question = 'serviceUrl' | 'publisher' | 'authentication';

/** What a source lets one think of, for every question. */
export interface Derived {
  readonly proposed: Answers;
  /** Proposals that are guesses. */
  readonly unsure: readonly Question[];
  /** Everything that could be chosen, not only what is proposed. */
  readonly triggers: readonly Trigger[];
  readonly dynamicValues: readonly DynamicValues[];
}
