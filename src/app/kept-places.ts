import { Failure } from '../domain/failure.ts';
import type { FileTree } from '../domain/file-tree.ts';
import type { FilePlace } from '../domain/finding.ts';
import type { Span } from '../domain/span.ts';
import { decodeText } from '../load/decode-text.ts';
import { createLocator, type Locator, type Texts } from '../places/locator.ts';
import { placesIn, type JudgedOne } from './judged-one.ts';

/** Lines and columns of findings, counted while a connector's texts are at hand, so that the texts need not be kept. */
export interface KeptPlaces {
  readonly keep: (judged: JudgedOne) => void;
  /** Also of what was found since, for which a text is read again. */
  readonly locate: Locator;
  /** What the connectors' texts were; each is read again when it is asked for. */
  readonly texts: Texts;
}

/** `others`: texts outside the connectors. */
export function createKeptPlaces(tree: FileTree, others: Texts): KeptPlaces {
  const spans = new Map<FilePlace, Span>();
  const files = new Set<string>();
  const texts = textsAgain(tree, files, others);
  const locateLate = createLocator(texts);
  return {
    keep: (judged) => {
      for (const file of judged.files) files.add(file);
      for (const [index, place] of placesIn(judged.found).entries()) {
        const span = judged.spans[index];
        if (span !== undefined) spans.set(place, span);
      }
    },
    locate: (place) => spans.get(place) ?? locateLate(place),
    texts,
  };
}

/** Only the last text is remembered: places are shown file by file. */
function textsAgain(tree: FileTree, files: ReadonlySet<string>, others: Texts): Texts {
  let last: { readonly file: string; readonly text: string | undefined } | undefined;
  return {
    keys: () => new Set([...others.keys(), ...files]).keys(),
    get: (file) => {
      if (!files.has(file)) return others.get(file);
      if (last?.file !== file) last = { file, text: readAgain(tree, file) };
      return last.text;
    },
  };
}

/** A file that is gone since has no text. */
function readAgain(tree: FileTree, file: string): string | undefined {
  try {
    return decodeText(file, tree.read(file)).text;
  } catch (cause) {
    if (cause instanceof Failure) return undefined;
    throw cause;
  }
}
