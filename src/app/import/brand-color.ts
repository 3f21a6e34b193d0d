import { createHash } from 'node:crypto';

/** A colour of its own for each host, dark enough for white letters on it: `#rrggbb`. The same for the same host. */
export function brandColorFor(host: string): string {
  const digest = createHash('sha256').update(registeredName(host)).digest();
  const hue = (digest.readUInt16BE(0) / 65_536) * 360;
  return hex(hue, 0.55, 0.34);
}

/** `contoso` of `api.contoso.co.uk`: a service keeps its colour when it moves to another host of its own. */
function registeredName(host: string): string {
  const labels = host
    .toLowerCase()
    .split('.')
    .filter((label) => !/^(?:www|api|rest|com|org|net|io|co|dev|app|[a-z]{2})$/.test(label));
  return labels.at(-1) ?? host;
}

function hex(hue: number, saturation: number, lightness: number): string {
  const amount = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): string => {
    const at = (offset + hue / 30) % 12;
    const value = lightness - amount * Math.max(-1, Math.min(at - 3, 9 - at, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
