import * as assert from 'uvu/assert';
import { ALL_FAULTS } from '../../bench/faults/all.ts';
import { runFaults, type FaultRow } from '../../bench/faults/run-faults.ts';
import { samplesIn } from '../../bench/faults/samples.ts';

const samples = samplesIn('connectors');

/** The areas of the codes that have a fault. */
export const AREAS = [...new Set(Object.keys(ALL_FAULTS).map((code) => code.split('/')[0] ?? ''))];

/** Puts the faults of an area into our own connectors, and holds that each is found, at its line and alone. Gives what was tried. */
export function assertFound(area: string, most: number): FaultRow[] {
  const faults = Object.fromEntries(Object.entries(ALL_FAULTS).filter(([code]) => code.startsWith(`${area}/`)));
  const rows = runFaults(faults, samples, most);
  assert.equal(
    rows.flatMap(({ code, faults: wrong }) => wrong.map((one) => `${code} ${one}`)),
    [],
  );
  for (const { code, tried, found } of rows) assert.is(found, tried, code);
  return rows;
}
