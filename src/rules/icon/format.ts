import type { Connector } from '../../domain/connector.ts';
import { ICON_BYTE_LIMIT, ICON_PLACE, iconPixelsOf } from '../facts/icon-picture.ts';
import { quote } from '../quote.ts';
import type { Problem, Rule } from '../rule.ts';

export const format: Rule = {
  code: 'icon/format',
  connector: (connector) => {
    const words = faultOf(connector);
    return words === undefined ? undefined : [{ ...words, at: ICON_PLACE }];
  },
};

function faultOf(connector: Connector): Pick<Problem, 'message' | 'hint'> | undefined {
  const { icon } = connector;
  if (icon === undefined || icon.bytes.length >= ICON_BYTE_LIMIT) return undefined;
  const name = icon.file.slice(icon.file.lastIndexOf('/') + 1);
  const pixels = iconPixelsOf(connector);
  if (pixels === undefined) {
    return { message: `The content of ${quote(name)} is no PNG picture`, hint: 'Save the icon as PNG in "icon.png"' };
  }
  if (pixels.kind === 'damaged') {
    return { message: `The picture in ${quote(name)} is damaged`, hint: 'Save it again from the program that drew it' };
  }
  return name === 'icon.png'
    ? undefined
    : { message: `The icon is called ${quote(name)}`, hint: 'Rename it to "icon.png"' };
}
