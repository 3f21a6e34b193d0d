import { hexOf, ICON_BYTE_LIMIT } from '../../rules/facts/icon-picture.ts';
import { readPng } from '../../rules/facts/png-chunks.ts';
import { pixelsOf } from '../../rules/facts/png-pixels.ts';

/** The colour of a PNG's first corner, which certification wants to be the brand colour; undefined when it is no opaque colour. */
export function pictureColor(icon: Uint8Array | undefined): string | undefined {
  const png = icon === undefined || icon.length >= ICON_BYTE_LIMIT ? undefined : readPng(icon);
  const pixels = png === undefined ? undefined : pixelsOf(png);
  if (pixels?.kind !== 'pixels') return undefined;
  const corner = pixels.at(0, 0);
  return corner[3] === 255 ? hexOf(corner) : undefined;
}
