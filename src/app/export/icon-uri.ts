import { iconTypeOf, isPicture } from '../../domain/icon-type.ts';

/** An icon as a `data:` URI; undefined for bytes that are no picture. */
export function iconUriOf(icon: Uint8Array | undefined): string | undefined {
  if (icon === undefined || !isPicture(icon)) return undefined;
  return `data:${iconTypeOf(icon)};base64,${Buffer.from(icon).toString('base64')}`;
}
