import { ICON_PLACE, iconPngOf } from '../facts/icon-picture.ts';
import type { Rule } from '../rule.ts';

const SMALLEST = 100;
const STANDARD = 230;

export const dimensionsNotStandard: Rule = {
  code: 'icon/dimensions-not-standard',
  connector: (connector) => {
    const png = iconPngOf(connector);
    if (png === undefined) return undefined;
    const { width, height } = png;
    // What is no square, or too small or large altogether, is told as such.
    if (width !== height || width < SMALLEST || width >= STANDARD) return undefined;
    const message = `The icon has ${width} x ${height} pixels, and is shown with ${STANDARD} x ${STANDARD}`;
    return [{ at: ICON_PLACE, message, hint: `Save it with ${STANDARD} x ${STANDARD} pixels` }];
  },
};
