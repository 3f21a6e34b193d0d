import { pointerTo } from '../domain/pointer.ts';
import type { ChangeKindName } from './change-kinds.ts';
import { placeIn, type Draft, type OperationName } from './draft.ts';
import type { Responses } from './responses-of.ts';
import { below, pointerOfSpot } from './spot.ts';
import { fromTo, quote } from './wording.ts';

/** The lowest success code is the one that callers expect; the others may join and leave it. */
export function diffSuccessCodes(operation: OperationName, before: Responses, after: Responses): Draft[] {
  const [from] = before.successCodes;
  const [to] = after.successCodes;
  // `default` stands for any code, so going from or to it says nothing.
  if (from === undefined || to === undefined) return [];
  const changed = from !== to && !before.successCodes.includes(to) && !after.successCodes.includes(from);
  const gone = before.successCodes.filter((code) => !after.successCodes.includes(code) && !(changed && code === from));
  const fresh = after.successCodes.filter((code) => !before.successCodes.includes(code) && !(changed && code === to));
  return [
    ...(changed ? [changedDraft(operation, from, to, after)] : []),
    ...gone.map((code) => codeDraft(operation, 'success-code-removed', code, before)),
    ...fresh.map((code) => codeDraft(operation, 'success-code-added', code, after)),
  ];
}

function changedDraft(operation: OperationName, from: string, to: string, after: Responses): Draft {
  return {
    // Logic Apps and Power Automate poll after a 202, and hand over the answer that comes in the end.
    kind: to === '202' ? 'success-code-changed-to-202' : 'success-code-changed',
    operation,
    place: { part: 'openapi', pointer: pointerOfSpot(below(after.spot, pointerTo(to))) },
    about: [from, to],
    values: [from, to],
    message: `Success code of ${quote(operation.label)} changes ${fromTo(from, to)}`,
  };
}

function codeDraft(operation: OperationName, kind: ChangeKindName, code: string, { spot }: Responses): Draft {
  const removed = kind === 'success-code-removed';
  return {
    kind,
    operation,
    place: placeIn('openapi', pointerOfSpot(below(spot, pointerTo(code))), removed),
    about: [code],
    message: `Operation ${quote(operation.label)} ${removed ? 'no longer lists' : 'also lists'} the success code ${quote(code)}`,
  };
}
