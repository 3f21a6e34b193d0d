// Puts each fault that a rule names into real connectors, and counts where it is found: at the right line, and with nothing else.
// Usage: node bench/faults.ts FOLDER [MOST] [CODE...]      exits 1 unless every fault is found at its line and alone
import { ALL_FAULTS } from './faults/all.ts';
import { NOT_TRIED } from './faults/not-tried.ts';
import { codesWithout, runFaults } from './faults/run-faults.ts';
import { samplesIn } from './faults/samples.ts';
import { faultTable } from './faults/table.ts';

const [folder = 'connectors', most = '20', ...codes] = process.argv.slice(2);
const chosen = Object.entries(ALL_FAULTS).filter(
  ([code]) => codes.length === 0 || codes.some((one) => code.startsWith(one)),
);
const samples = samplesIn(folder);
const rows = runFaults(Object.fromEntries(chosen), samples, Number(most));
const missing = codesWithout(ALL_FAULTS).filter((code) => NOT_TRIED[code] === undefined);
console.log(faultTable(rows, { samples: samples.length, missing, most: Number(most) }));
const isRight = rows.every(
  ({ tried, found, rightLine, extra }) => found === tried && rightLine === tried && extra === 0,
);
process.exitCode = isRight && missing.length === 0 ? 0 : 1;
