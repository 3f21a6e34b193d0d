import type { Connector, TreePart } from '../domain/connector.ts';

/** Whether two versions were read from the same texts, byte for byte: then nothing changed, and nothing need be looked at. */
export function haveSameTexts(before: Connector, after: Connector): boolean {
  return (
    before.layout === after.layout &&
    sameTree(before, before.openapi, after, after.openapi) &&
    sameTree(before, before.properties, after, after.properties) &&
    before.script?.text === after.script?.text &&
    before.readme?.text === after.readme?.text &&
    sameBytes(before.icon?.bytes, after.icon?.bytes)
  );
}

/** A part without a text, such as one from a registry, is not known to be the same. */
function sameTree(older: Connector, one: TreePart | undefined, newer: Connector, two: TreePart | undefined): boolean {
  if (one === undefined || two === undefined) return one === two;
  if (one.value === two.value) return true;
  const text = older.texts.get(one.file);
  return text !== undefined && text === newer.texts.get(two.file);
}

export function sameBytes(one: Uint8Array | undefined, two: Uint8Array | undefined): boolean {
  if (one === undefined || two === undefined) return one === two;
  return one === two || Buffer.compare(one, two) === 0;
}
