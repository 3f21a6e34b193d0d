import { stringMember } from '../../domain/json.ts';
import { distance, hexOf, ICON_PLACE, iconPictureOf, type Color, type IconPicture } from '../facts/icon-picture.ts';
import type { Pixel } from '../facts/png-pixels.ts';
import { quote } from '../quote.ts';
import type { Problem, Rule } from '../rule.ts';

/** Differences up to this one are what saving a picture in another program makes, of 255. */
const TOLERANCE = 12;

export const background: Rule = {
  code: 'icon/background',
  connector: (connector) => {
    const picture = iconPictureOf(connector);
    if (picture === undefined) return undefined;
    const brand = brandColorOf(stringMember(connector.properties?.value, 'iconBrandColor'));
    const words = cornersOf(picture).flatMap((corner) => faultOf(corner, brand) ?? [])[0];
    return words === undefined ? undefined : [{ ...words, at: ICON_PLACE }];
  },
};

function cornersOf({ width, height, at }: IconPicture): Pixel[] {
  return [at(0, 0), at(width - 1, 0), at(0, height - 1), at(width - 1, height - 1)];
}

function faultOf(corner: Pixel, brand: Color | undefined): Pick<Problem, 'message' | 'hint'> | undefined {
  const hint = 'Fill the whole square with the colour that "iconBrandColor" says';
  if (corner[3] < 255 - TOLERANCE) return { message: 'A corner of the icon is transparent', hint };
  if (distance(corner, [255, 255, 255]) <= TOLERANCE) return { message: 'A corner of the icon is white', hint };
  if (brand === undefined || distance(corner, brand) <= TOLERANCE) return undefined;
  const colors = `${quote(hexOf(corner))}, and the brand colour is ${quote(hexOf(brand))}`;
  return { message: `A corner of the icon has the colour ${colors}`, hint: 'Make the two the same' };
}

function brandColorOf(text: string | undefined): Color | undefined {
  if (text === undefined || !/^#[0-9a-f]{6}$/i.test(text)) return undefined;
  const part = (at: number): number => Number.parseInt(text.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}
