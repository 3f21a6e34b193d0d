import { suite } from 'uvu';
import { AREAS, assertFound } from './own-connectors.ts';

const test = suite('faults/every-connector');

for (const area of AREAS) {
  test(`${area}: each fault is found in each of our connectors that can carry it`, () =>
    void assertFound(area, Infinity));
}

test.run();
