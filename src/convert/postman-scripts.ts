import { arrayMember, isArray, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import type { PostmanReport } from './postman-report.ts';

/** Tells of the scripts that a collection, a folder or a request brings: none of them is run or carried. */
export function noteScripts(holder: JsonObject, pointer: Pointer, report: PostmanReport): void {
  for (const key of ['event', 'events']) {
    for (const [index, event] of (arrayMember(holder, key) ?? []).entries()) {
      const script = member(event, 'script');
      if (hasCode(member(script, 'exec') ?? script)) {
        note(report, child(pointer, key, index), stringMember(event, 'listen') === 'prerequest');
      }
    }
  }
  if (hasCode(member(holder, 'preRequestScript'))) note(report, child(pointer, 'preRequestScript'), true);
  if (hasCode(member(holder, 'tests'))) note(report, child(pointer, 'tests'), false);
}

function note(report: PostmanReport, pointer: Pointer, isBefore: boolean): void {
  if (isBefore) {
    const hint = 'If the service needs what it computes, such as a signature, write it as custom code in script.csx';
    report.note(pointer, 'script', 'The script that runs before the request is left out', hint);
  } else report.note(pointer, 'script', 'The test script is left out');
}

function hasCode(value: Json | undefined): boolean {
  const lines = isArray(value) ? value : [value];
  return lines.some((line) => typeof line === 'string' && line.trim() !== '');
}
