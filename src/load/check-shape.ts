import type { Finding, RuleCode } from '../domain/finding.ts';
import { entriesOf, isArray, type Json } from '../domain/json.ts';
import { MAX_DEPTH, RESERVED_KEY, shapeOf, type JsonShape } from '../domain/json-shape.ts';
import { child, type Pointer } from '../domain/pointer.ts';

/** How many nodes aliases may make of a YAML file. */
export const MAX_EXPANDED_NODES = 1_000_000;

interface CheckedShape {
  /** Undefined when the value is refused. */
  readonly value: Json | undefined;
  readonly shape: Readonly<JsonShape>;
  readonly findings: readonly Finding[];
}

/**
 * Refuses values that nobody could safely work on: nested too deep, made too large by aliases, with a reserved key, or with a number that
 * JSON cannot write. `notValid` is the code for the last.
 */
export function checkShape(file: string, value: Json, notValid: RuleCode, limit = Infinity): CheckedShape {
  const shape = shapeOf(value, limit);
  const findings = findingsOf(file, value, shape, notValid, limit);
  return { value: findings.length === 0 ? value : undefined, shape, findings };
}

function findingsOf(
  file: string,
  value: Json,
  shape: Readonly<JsonShape>,
  notValid: RuleCode,
  limit: number,
): Finding[] {
  if (shape.nodes > limit) return [tooManyAliases(file)];
  if (shape.depth > MAX_DEPTH) return [tooDeep(file)];
  if (!shape.reservedKey && !shape.unwritable) return [];
  return placesOf(value).map(({ pointer, reserved }) =>
    reserved ? reservedKey(file, pointer) : unwritable(file, pointer, notValid),
  );
}

/** The places of reserved keys and of numbers that JSON cannot write; at most 50. The value is known to be shallow. */
function placesOf(value: Json): { readonly pointer: Pointer; readonly reserved: boolean }[] {
  const found: { pointer: Pointer; reserved: boolean }[] = [];
  const walk = (one: Json, pointer: Pointer): void => {
    if (found.length >= 50) return;
    if (typeof one === 'number' && !Number.isFinite(one)) found.push({ pointer, reserved: false });
    if (isArray(one)) for (const [index, element] of one.entries()) walk(element, child(pointer, index));
    for (const [key, member] of entriesOf(one)) {
      if (key === RESERVED_KEY) found.push({ pointer: child(pointer, key), reserved: true });
      walk(member, child(pointer, key));
    }
  };
  walk(value, '');
  return found;
}

export function tooDeep(file: string, offset = 0): Finding {
  return {
    code: 'file/too-deep',
    at: { file, offset },
    message: `The document nests deeper than ${MAX_DEPTH} levels`,
    hint: 'Move nested schemas to "definitions" and refer to them',
  };
}

function tooManyAliases(file: string): Finding {
  return {
    code: 'file/too-many-aliases',
    at: { file, offset: 0 },
    message: `The aliases of this file expand to more than ${MAX_EXPANDED_NODES} values`,
    hint: 'Use "$ref" to say a thing once',
  };
}

function reservedKey(file: string, pointer: Pointer): Finding {
  return {
    code: 'file/reserved-key',
    at: { file, pointer, key: true },
    message: `Key "${RESERVED_KEY}" has a meaning of its own in JavaScript and is refused`,
    hint: 'Rename the key',
  };
}

function unwritable(file: string, pointer: Pointer, code: RuleCode): Finding {
  return {
    code,
    at: { file, pointer },
    message: 'A number is infinite, or none at all, and JSON cannot write it',
    hint: 'Write a number below 1.8e308',
  };
}
