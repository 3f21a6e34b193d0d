import type { Connector } from '../domain/connector.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { FilePlace } from '../domain/finding.ts';
import type { Profile } from '../domain/registry-file.ts';
import type { Span } from '../domain/span.ts';
import { createLocator } from '../places/locator.ts';
import { checkAlone } from '../rules/check.ts';
import { compareDiagnostics } from '../rules/order.ts';
import { outlineOf } from './outline.ts';

/** What is kept of a connector that was judged. Nothing in it but `outline` has functions. */
export interface JudgedOne {
  readonly outline: Connector;
  /** What shows in it alone, sorted. */
  readonly found: readonly Diagnostic[];
  /** Lines and columns of the places of `found`, in the order of `placesIn`. */
  readonly spans: readonly Span[];
  /** The files whose texts were read. */
  readonly files: readonly string[];
}

/** Judges one connector while its texts are at hand, so that they need not be kept. */
export function judgeOne(connector: Connector, profile: Profile): JudgedOne {
  // Sorted in small parts, and by many threads: most of what is compared later is then in order.
  const found = checkAlone(connector, profile).sort(compareDiagnostics);
  const locate = createLocator(connector.texts);
  return {
    outline: outlineOf(connector),
    found,
    spans: placesIn(found).map(locate),
    files: [...connector.texts.keys()],
  };
}

/** Every place that findings name. */
export function placesIn(found: readonly Diagnostic[]): FilePlace[] {
  return found.flatMap(({ at, related }) => (related === undefined ? at : [at, ...related.map((one) => one.at)]));
}
