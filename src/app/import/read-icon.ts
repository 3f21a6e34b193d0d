import { resolve } from 'node:path';
import { Failure } from '../../domain/failure.ts';
import { ICON_BYTE_LIMIT } from '../../rules/facts/icon-picture.ts';
import { readPng } from '../../rules/facts/png-chunks.ts';
import { pixelsOf } from '../../rules/facts/png-pixels.ts';
import type { Draft } from './draft.ts';
import { readBounded } from './read-source.ts';

/**
 * A picture that is to be a connector's icon. What the products take and certification does not, such as its size, is told with the rest.
 * @throws Failure (`usage`) for what is no PNG, or damaged, or more than the products take.
 */
export function readIcon(workingFolder: string, named: string): Uint8Array {
  const bytes = readBounded(resolve(workingFolder, named), named);
  if (bytes.length >= ICON_BYTE_LIMIT) {
    throw new Failure(
      'usage',
      `"${named}" has ${bytes.length} bytes, and an icon has to stay below ${ICON_BYTE_LIMIT}`,
      {
        hint: 'Save it as a PNG of 230 by 230 pixels',
      },
    );
  }
  const png = readPng(bytes);
  if (png === undefined) {
    throw new Failure('usage', `"${named}" is no PNG picture`, { hint: 'Save the icon as PNG, 230 by 230 pixels' });
  }
  if (pixelsOf(png).kind !== 'damaged') return bytes;
  throw new Failure('usage', `The picture in "${named}" is damaged`, {
    hint: 'Save it again from the program that drew it',
  });
}

/** A draft with a picture that somebody chose: the brand colour is then the picture's. */
export function withIcon(draft: Draft, icon: Uint8Array | undefined): Draft {
  if (icon === undefined) return draft;
  const { iconBrandColor: _, ...native } = draft.native;
  return { ...draft, icon, native };
}
