import { LIMITS } from './bounded.ts';

/**
 * What a page may still show, counted down by everything that grows with the document: fields, their texts, properties that were
 * looked at. Without it a small document makes a huge page, by referring to one long definition many times.
 */
export class Budget {
  #left: number;
  readonly #whole: Budget | undefined;

  constructor(left: number, whole?: Budget) {
    this.#left = left;
    this.#whole = whole;
  }

  /** A share for one operation: the first ones must not use up everything. */
  share(): Budget {
    return new Budget(LIMITS.fieldsOfOperation, this);
  }

  spend(units: number): void {
    this.#left -= units;
    this.#whole?.spend(units);
  }

  get isSpent(): boolean {
    return this.#left <= 0 || this.#whole?.isSpent === true;
  }
}
