import { entriesOf, isArray, isObject, type Json } from '../domain/json.ts';
import { maskSecrets } from '../domain/secrets/mask-secrets.ts';
import type { ImportConflict, ImportReport } from './import-report.ts';

/**
 * A report without the secrets that a source, or what was edited since, has in its texts: it ends in logs and pull requests. Names of files
 * and commands stay as they are.
 */
export function maskedImport(report: ImportReport): ImportReport {
  const { title, losses, details, notes, errors, todo, merged } = report;
  return {
    ...report,
    title: maskSecrets(title),
    losses: losses.map(maskedTexts),
    ...(details === undefined ? {} : { details: details.map(maskedTexts) }),
    notes: notes.map(maskSecrets),
    errors: errors.map(maskedTexts),
    todo: todo.map(maskedTexts),
    ...(merged === undefined ? {} : { merged: { ...merged, conflicts: merged.conflicts.map(maskedConflict) } }),
  };
}

interface Told {
  readonly message: string;
  readonly pointer?: string;
  readonly hint?: string;
}

function maskedTexts<One extends Told>(one: One): One {
  const { message, pointer, hint } = one;
  return {
    ...one,
    message: maskSecrets(message),
    ...(pointer === undefined ? {} : { pointer: maskSecrets(pointer) }),
    ...(hint === undefined ? {} : { hint: maskSecrets(hint) }),
  };
}

function maskedConflict(conflict: ImportConflict): ImportConflict {
  const { yours, source } = conflict;
  return {
    ...maskedTexts(conflict),
    ...(yours === undefined ? {} : { yours: maskedValue(yours) }),
    ...(source === undefined ? {} : { source: maskedValue(source) }),
  };
}

/** Documents nest 200 levels at most. */
function maskedValue(value: Json): Json {
  if (typeof value === 'string') return maskSecrets(value);
  if (isArray(value)) return value.map(maskedValue);
  if (!isObject(value)) return value;
  return Object.fromEntries(entriesOf(value).map(([key, inner]) => [maskSecrets(key), maskedValue(inner)]));
}
