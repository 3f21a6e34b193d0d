import { InvalidArgumentError, Option } from 'commander';
import { nearest } from '../rules/did-you-mean.ts';

/** An option that takes one of some words, and says which one a misspelt word may mean. */
export function choiceOption(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices).argParser((text: string) => {
    if (choices.includes(text)) return text;
    const meant = nearest(text, choices);
    const guess = meant === undefined ? '' : ` Did you mean ${meant}?`;
    throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.${guess}`);
  });
}
