import type { Pointer } from '../domain/pointer.ts';

/** A place in a document as a chain of steps: its pointer is written out only when something is reported there. */
export interface Spot {
  readonly parent: Spot | undefined;
  readonly tail: Pointer;
}

export function spotAt(pointer: Pointer): Spot {
  return { parent: undefined, tail: pointer };
}

export function below(parent: Spot, tail: Pointer): Spot {
  return { parent, tail };
}

export function pointerOfSpot(spot: Spot): Pointer {
  const tails: Pointer[] = [];
  for (let step: Spot | undefined = spot; step !== undefined; step = step.parent) tails.push(step.tail);
  return tails.reverse().join('');
}
