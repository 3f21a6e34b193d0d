/** The day of this run in UTC, YYYY-MM-DD: suppressions expire by it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
