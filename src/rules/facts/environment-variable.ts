/** `@environmentVariables("name")`: a connector in a solution gets the value when the solution is installed. */
export function isEnvironmentVariable(text: string): boolean {
  return /^@environmentVariables\((["'])[^"']*\1\)$/.test(text.trim());
}
