import { isArray, isObject, type Json } from '../../src/domain/json.ts';
import { tokensOf, type Pointer } from '../../src/domain/pointer.ts';

/**
 * The line, from 1, on which a place begins in what `JSON.stringify` writes with an indentation. Counted from the value, so that it owes
 * nothing to how places are found in texts.
 */
export function lineInJson(root: Json, pointer: Pointer): number {
  let line = 1;
  let value: Json | undefined = root;
  for (const token of tokensOf(pointer)) {
    if (!isArray(value) && !isObject(value)) break;
    line += 1;
    for (const [key, member] of Object.entries(value)) {
      if (key === token) break;
      line += linesOf(member);
    }
    value = isArray(value) ? value[Number(token)] : value[token];
  }
  return line;
}

function linesOf(value: Json): number {
  const members = isArray(value) || isObject(value) ? Object.values(value) : [];
  return members.length === 0 ? 1 : members.reduce((sum: number, member) => sum + linesOf(member), 2);
}

/** The line, from 1, on which a text first stands; undefined when it stands nowhere. */
export function lineOfText(text: string, wanted: string): number | undefined {
  const at = text.indexOf(wanted);
  return at < 0 ? undefined : text.slice(0, at).split('\n').length;
}
