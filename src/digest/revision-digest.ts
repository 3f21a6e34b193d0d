import { createHash } from 'node:crypto';
import type { Connector } from '../domain/connector.ts';
import { parseDigest, type Digest } from '../domain/digest.ts';
import type { RevisionContent } from '../domain/revision.ts';
import { canonicalProperties } from './canonical-properties.ts';

/** Raised when the canonical form changes, so that no digest of one form can pass for one of another. */
const FORM = 1;

/**
 * What is published of a connector, and exactly what its digest covers; undefined when a document is missing or unreadable. Suppressions,
 * acknowledgements, labels, tests, settings.json and the 3.x source are outside it.
 */
export function revisionContentOf(connector: Connector): RevisionContent | undefined {
  const { openapi, properties, icon, script, readme } = connector;
  if (openapi === undefined || properties === undefined) return undefined;
  return {
    openapi: openapi.value,
    properties: canonicalProperties(properties.value),
    ...(icon === undefined ? {} : { icon: icon.bytes }),
    ...(script === undefined ? {} : { script: script.text }),
    ...(readme === undefined ? {} : { readme: readme.text }),
  };
}

/**
 * sha256 over the canonical form in UTF-8. White space, line endings, byte order marks, JSON or YAML, spelling of numbers and escapes, and
 * the layout never reach it; content does, and so does the order of keys in the OpenAPI document and of the connection parameters. Keys
 * that look like array indexes ("200") are the exception: every JavaScript parser puts them first, so their order among the others is lost.
 */
export function digestOf(content: RevisionContent): Digest {
  const digest = parseDigest(`sha256:${sha256(canonicalForm(content))}`);
  if (digest === undefined) throw new Error('sha256 gave no 64 hexadecimal digits');
  return digest;
}

/** `{"revision":1,"openapi":…,"properties":…,"icon":"<sha256>","script":"<sha256>","readme":"<sha256>"}`, minified; what is absent is left out. */
export function canonicalForm(content: RevisionContent): string {
  return JSON.stringify({
    revision: FORM,
    openapi: content.openapi,
    properties: canonicalProperties(content.properties),
    icon: hashed(content.icon),
    script: hashed(content.script),
    readme: hashed(content.readme),
  });
}

function hashed(part: Uint8Array | string | undefined): string | undefined {
  return part === undefined ? undefined : sha256(part);
}

/** A string as UTF-8. */
function sha256(part: Uint8Array | string): string {
  return createHash('sha256').update(part).digest('hex');
}
