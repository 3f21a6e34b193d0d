import type { BytesPart, Connector } from '../../domain/connector.ts';
import type { PartPlace } from '../../domain/finding.ts';
import { readPng, type Png } from './png-chunks.ts';
import { pixelsOf, type Pixel, type Pixels } from './png-pixels.ts';

/** The icon as a whole: a picture has no places that a report could name. */
export const ICON_PLACE: PartPlace = { part: 'icon', pointer: '' };

/** The products take no icon of this many bytes or more, and nobody looks at its pixels. */
export const ICON_BYTE_LIMIT = 1024 * 1024;

/** An icon whose pixels can be looked at. */
export interface IconPicture extends Pick<Png, 'width' | 'height'> {
  readonly at: (x: number, y: number) => Pixel;
}

/** The icon as a PNG; undefined when there is none, it is no PNG, or it is too large to look at. */
export function iconPngOf({ icon }: Connector): Png | undefined {
  return icon === undefined ? undefined : lookAt(icon).png;
}

/** What could be made of the icon's pixels; undefined when it is no PNG at all. */
export function iconPixelsOf({ icon }: Connector): Pixels | undefined {
  return icon === undefined ? undefined : lookAt(icon).pixels;
}

export function iconPictureOf(connector: Connector): IconPicture | undefined {
  const png = iconPngOf(connector);
  const pixels = iconPixelsOf(connector);
  if (png === undefined || pixels?.kind !== 'pixels') return undefined;
  return { width: png.width, height: png.height, at: pixels.at };
}

interface Look {
  readonly png: Png | undefined;
  readonly pixels: Pixels | undefined;
}

// Several rules look at one icon, and unpacking it costs more than all other rules of a small connector.
const looks = new WeakMap<BytesPart, Look>();

function lookAt(icon: BytesPart): Look {
  const known = looks.get(icon);
  if (known !== undefined) return known;
  const png = icon.bytes.length >= ICON_BYTE_LIMIT ? undefined : readPng(icon.bytes);
  const look = { png, pixels: png === undefined ? undefined : pixelsOf(png) };
  looks.set(icon, look);
  return look;
}

/** How far apart two colours are: the largest difference of one of their parts, 0 to 255. */
export function distance(one: Color, two: Color): number {
  return Math.max(Math.abs(one[0] - two[0]), Math.abs(one[1] - two[1]), Math.abs(one[2] - two[2]));
}

/** Red, green and blue, and whatever comes after. */
export type Color = readonly [number, number, number, ...unknown[]];

/** `#rrggbb`. */
export function hexOf([red, green, blue]: Color): string {
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
