import { subjectOf } from '../../rules/subject.ts';
import { spelledRight, valueFix } from '../value-fix.ts';

const CALL = /(connectionParameters\(\s*)(['"])([^'"]*)\2/gi;

/** The name of a parameter in an expression, where one has the same letters. */
export const connectionParameterNotFound = valueFix('policy/connection-parameter-not-found', (value, { connector }) => {
  if (typeof value !== 'string' || connector === undefined) return undefined;
  const names = subjectOf(connector).connectionParameterNames;
  return value.replace(CALL, (whole, call: string, quote: string, name: string) => {
    const meant = names.has(name) ? undefined : spelledRight(name, names);
    return meant === undefined ? whole : `${call}${quote}${meant}${quote}`;
  });
});
