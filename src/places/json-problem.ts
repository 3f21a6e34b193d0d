import type { Pointer } from '../domain/pointer.ts';
import type { Range } from './source-node.ts';

/** What keeps a text from being strict JSON, or makes it say less than it seems to. Ranges are offsets into the text. */
export type JsonProblem =
  | (Range & { readonly kind: 'comment' })
  | (Range & { readonly kind: 'trailing-comma'; readonly closer: string })
  /** A character below U+0020 that stands unescaped in a string. */
  | (Range & { readonly kind: 'control-character'; readonly code: number })
  /** The range is the repeated key; `first` is where it stood before. */
  | (Range & {
      readonly kind: 'duplicate-key';
      readonly key: string;
      readonly pointer: Pointer;
      readonly first: Range;
    })
  /** The first token that no reading can accept. `seen` is its text, cut at 40 characters; empty at the end of the text. */
  | (Range & {
      readonly kind: 'syntax';
      readonly seen: string;
      readonly expected: string;
      /** Offset of the bracket that is still open there. */
      readonly opened: number | undefined;
    });
