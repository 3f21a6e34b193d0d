import { distance, ICON_PLACE, iconPictureOf, type IconPicture } from '../facts/icon-picture.ts';
import type { Rule } from '../rule.ts';

/** Of the icon's side. */
const LARGEST_SHARE = 0.7;
/** Pixels at an edge that are drawn half. */
const SOFT_EDGE = 2;
/** What differs less from the corner is background, of 255. */
const TOLERANCE = 24;

export const logoTooLarge: Rule = {
  code: 'icon/logo-too-large',
  connector: (connector) => {
    const picture = iconPictureOf(connector);
    if (picture === undefined || picture.width !== picture.height) return undefined;
    const { width, height } = logoOf(picture);
    const limit = Math.round(picture.width * LARGEST_SHARE);
    if (Math.max(width, height) <= limit + SOFT_EDGE) return undefined;
    const message = `The logo fills ${width} x ${height} of the icon's ${picture.width} x ${picture.height} pixels`;
    return [{ at: ICON_PLACE, message, hint: `Leave a margin all round: ${limit} x ${limit} pixels are enough` }];
  },
};

/** The box around everything that does not look like the upper left corner, found from outside: most of a good icon's logo is never looked at. */
function logoOf({ width, height, at }: IconPicture): { readonly width: number; readonly height: number } {
  const corner = at(0, 0);
  const isLogo = (x: number, y: number): boolean => {
    const pixel = at(x, y);
    return distance(pixel, corner) > TOLERANCE || Math.abs(pixel[3] - corner[3]) > TOLERANCE;
  };
  const rows = bounds(height, (y) => some(0, width, (x) => isLogo(x, y)));
  const columns = bounds(width, (x) => some(rows.first, rows.end, (y) => isLogo(x, y)));
  return { width: columns.end - columns.first, height: rows.end - rows.first };
}

/** From the first line with something in it to behind the last one. */
function bounds(length: number, isFilled: (line: number) => boolean): { readonly first: number; readonly end: number } {
  let first = 0;
  let end = length;
  while (first < end && !isFilled(first)) first += 1;
  while (end > first && !isFilled(end - 1)) end -= 1;
  return { first, end };
}

function some(from: number, end: number, isTrue: (place: number) => boolean): boolean {
  for (let place = from; place < end; place += 1) if (isTrue(place)) return true;
  return false;
}
