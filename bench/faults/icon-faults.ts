import type { Draft } from './draft.ts';
import type { Fault, FaultTable, Inject } from './fault.ts';
import { colorOf, picture } from './picture.ts';
import { inProperties } from './spots.ts';
import { twinOf } from './twin.ts';

const FILE = 'icon.png';
const COLOR = '/properties/iconBrandColor';
const SIZE = 230;
const LOGO = 0.6;

const withoutIcon = (draft: Draft): void => draft.drop(FILE);

/** Another brand colour, in a connector without an icon that could differ from it. */
const onColor = (color: string | undefined): Fault => ({
  given: withoutIcon,
  inject: (draft) => {
    if (draft.about.at(COLOR) === color) return undefined;
    if (color !== undefined) draft.about.set(COLOR, color);
    else draft.about.remove(COLOR);
    return inProperties(draft, color === undefined ? '' : '/iconBrandColor');
  },
});

const brandOf = (draft: Draft): ReturnType<typeof colorOf> => colorOf(draft.about.textAt(COLOR));

/** An icon in the connector's own colour that is wrong in one way. */
const onIcon =
  (make: (color: NonNullable<ReturnType<typeof colorOf>>, draft: Draft) => Uint8Array): Inject =>
  (draft) => {
    const color = brandOf(draft);
    if (color === undefined) return undefined;
    draft.put(FILE, make(color, draft));
    return { file: FILE };
  };

const sound = (draft: Draft): void => {
  const color = brandOf(draft);
  if (color !== undefined) draft.put(FILE, picture(SIZE, color, LOGO));
};

export const ICON_FAULTS: FaultTable = {
  'icon/brand-color-missing': onColor(undefined),
  'icon/brand-color-not-hex': onColor('green'),
  'icon/brand-color-default-or-white': onColor('#007ee5'),
  'icon/brand-color-independent-publisher': {
    ...onColor('#0a7d55'),
    given: (draft) => {
      withoutIcon(draft);
      draft.about.set(COLOR, '#da3b01');
    },
  },
  'icon/in-independent-publisher': {
    given: withoutIcon,
    inject: onIcon((color) => picture(SIZE, color, LOGO)),
  },
  'icon/format': onIcon(() => new TextEncoder().encode('GIF89a')),
  'icon/too-large': onIcon((color) => Buffer.concat([picture(SIZE, color, LOGO), Buffer.alloc(1024 * 1024)])),
  'icon/dimensions': onIcon((color) => picture(64, color, LOGO)),
  'icon/dimensions-not-standard': onIcon((color) => picture(128, color, LOGO)),
  'icon/background': onIcon(([red, green, blue]) => picture(SIZE, [255 - red, (green + 128) % 256, blue], LOGO)),
  'icon/logo-too-large': onIcon((color) => picture(SIZE, color, 0.9)),
  'icon/unique': {
    given: sound,
    inject: (draft) => {
      const color = brandOf(draft);
      if (color === undefined) return undefined;
      twinOf(draft);
      draft.put('connectors/twin/icon.png', picture(SIZE, color, LOGO));
      return { file: FILE };
    },
  },
};
