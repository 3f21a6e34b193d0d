import { ICON_PLACE, iconPngOf } from '../facts/icon-picture.ts';
import type { Rule } from '../rule.ts';

const SMALLEST = 100;
const LARGEST = 230;

export const dimensions: Rule = {
  code: 'icon/dimensions',
  connector: (connector) => {
    const png = iconPngOf(connector);
    if (png === undefined) return undefined;
    const { width, height } = png;
    if (width === height && width >= SMALLEST && width <= LARGEST) return undefined;
    const size = `${width} x ${height} pixels`;
    const message =
      width === height
        ? `The icon has ${size}, and certification takes ${SMALLEST} x ${SMALLEST} to ${LARGEST} x ${LARGEST}`
        : `The icon has ${size}, which is no square`;
    return [{ at: ICON_PLACE, message, hint: `Save it with ${LARGEST} x ${LARGEST} pixels` }];
  },
};
