import type { Connector } from '../domain/connector.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Draft, Site } from './fix.ts';
import { FIXES } from './fixes.ts';
import { sourceDocument, type SourceDocument } from './source-document.ts';

/** A finding and the change that mends it. */
export interface Mend {
  readonly diagnostic: Diagnostic;
  readonly draft: Draft;
}

export interface Patient {
  /** Undefined for the files of the tree itself. */
  readonly connector: Connector | undefined;
  /** By path, as read. */
  readonly texts: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  /** The schema of connector.yaml, from the root of the run; undefined when the tree holds none. */
  readonly schema: string | undefined;
}

/** What mends each finding that can be mended for certain. The changes do not know of each other. */
export function draftMends(patient: Patient, wanted: (diagnostic: Diagnostic) => boolean): Mend[] {
  const documents = new Map<string, SourceDocument>();
  const documentOf = (file: string): SourceDocument => {
    const known = documents.get(file) ?? sourceDocument(file, patient.texts.get(file) ?? '');
    documents.set(file, known);
    return known;
  };
  return patient.diagnostics.flatMap((diagnostic) => {
    const fix = FIXES.get(diagnostic.code);
    if (fix === undefined || !wanted(diagnostic)) return [];
    const draft = fix.mend(siteOf(patient, diagnostic, documentOf(diagnostic.at.file)));
    return draft === undefined ? [] : [{ diagnostic, draft }];
  });
}

function siteOf({ connector, diagnostics, schema }: Patient, diagnostic: Diagnostic, document: SourceDocument): Site {
  const { pointer } = diagnostic.at;
  return {
    diagnostic,
    pointer: pointer ?? '',
    value: pointer === undefined ? undefined : document.valueAt(pointer),
    document,
    others: diagnostics,
    schema,
    connector,
  };
}
