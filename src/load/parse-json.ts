import type { Finding } from '../domain/finding.ts';
import type { Json } from '../domain/json.ts';
import { countKeys } from '../places/json-keys.ts';
import { scanJson } from '../places/json-scan.ts';
import { checkShape } from './check-shape.ts';
import { jsonFindings } from './json-findings.ts';

/** The value of a file, or undefined with the findings that say why. */
export interface ParsedTree {
  readonly value: Json | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Reads a JSON text. `JSON.parse` decides; what it refuses is read again with places, and without comments, trailing commas and raw control
 * characters if that helps, so that the rules can judge the rest. Nothing is ever tried as YAML.
 */
export function parseJson(file: string, text: string): ParsedTree {
  const value = strict(text);
  if (value === undefined) return parseRelaxed(file, text);
  const { shape, ...checked } = checkShape(file, value, 'file/json-not-valid');
  if (checked.value === undefined || countKeys(text) === shape.members) return checked;
  return { value, findings: jsonFindings(file, scanJson(text).problems) };
}

function parseRelaxed(file: string, text: string): ParsedTree {
  const { problems, relaxed } = scanJson(text);
  const findings = jsonFindings(file, problems);
  const value = relaxed === undefined ? undefined : strict(relaxed);
  if (value === undefined) return { value, findings };
  const checked = checkShape(file, value, 'file/json-not-valid');
  return { value: checked.value, findings: [...findings, ...checked.findings] };
}

/** No JSON text means undefined, so undefined says that this one is none. */
function strict(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
