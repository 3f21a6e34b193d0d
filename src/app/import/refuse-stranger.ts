import { Failure } from '../../domain/failure.ts';
import { stringMember, type JsonObject } from '../../domain/json.ts';
import { plural } from '../../report/printable.ts';
import { writtenOperations } from './operation-values.ts';

/** What an import would merge, and into what. */
export interface Meeting {
  /** As a person is told. */
  readonly folder: string;
  /** The document that is there. */
  readonly former: JsonObject;
  /** All of the source. */
  readonly source: JsonObject;
  /** What was chosen of it. */
  readonly chosen: JsonObject;
  /** Whether a host was named: a collection has several. */
  readonly isHostNamed: boolean;
}

/**
 * Two sources with one title have one folder: a merge would take the operations of the first away, one after another, without a conflict.
 * @throws Failure (`refused`) for a source that is about something else, or a choice that leaves out what the folder has.
 */
export function refuseStranger({ folder, former, source, chosen, isHostNamed }: Meeting): void {
  const [there, now, all] = [placesOf(former), placesOf(chosen), placesOf(source)];
  const [hostThere, hostNow] = [stringMember(former, 'host'), stringMember(source, 'host')];
  if (isHostNamed && hostThere !== hostNow) {
    throw refused(`"${folder}" is a connector for "${hostThere}", and this one would be for "${hostNow}"`);
  }
  const leftOut = [...there].filter((place) => all.has(place) && !now.has(place));
  if (leftOut.length > 0) {
    throw refused(`"${folder}" has ${plural(leftOut.length, 'operation')} of the source that this choice leaves out`);
  }
  if (there.size > 0 && now.size > 0 && ![...there].some((place) => now.has(place))) {
    throw refused(`"${folder}" has no operation in common with this source`);
  }
}

function placesOf(document: JsonObject): Set<string> {
  return new Set(writtenOperations(document).map(({ path, verb }) => `${verb} ${path}`));
}

function refused(message: string): Failure {
  return new Failure('refused', message, {
    hint: '--name makes another connector of it; --force writes this one anew',
  });
}
