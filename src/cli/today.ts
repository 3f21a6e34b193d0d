import { InvalidArgumentError, Option } from 'commander';

/** The day of this run in UTC, YYYY-MM-DD. The only clock that a verdict depends on: suppressions expire by it, and notice is counted to it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

export function nowOption(purpose: string): Option {
  return new Option('--now <date>', `${purpose}, as YYYY-MM-DD; today without it`)
    .argParser(parseDay)
    .default(today(), 'today');
}

function parseDay(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text))
    return text;
  throw new InvalidArgumentError(`"${text}" is no day such as 2027-03-31.`);
}
