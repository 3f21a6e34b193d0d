// Draws connectors/<name>/icon.png: white and one tint on the connector's brand colour, inside the middle 70 % of 230 x 230 pixels.
// Usage: node scripts/draw-icons.ts      the same bytes on every machine
import { readFileSync, writeFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { encodePng } from '../src/app/import/encode-png.ts';

const SIZE = 230;

type Rgb = readonly [number, number, number];
type Point = readonly [number, number];
/** Signed distance from a point to the shape's edge in pixels, negative inside. One pixel of it is what smooths the edge. */
type Shape = (x: number, y: number) => number;
interface Layer {
  readonly shape: Shape;
  readonly color: Rgb;
}

const circle =
  (cx: number, cy: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) - radius;

const ring =
  (cx: number, cy: number, radius: number, width: number): Shape =>
  (x, y) =>
    Math.abs(Math.hypot(x - cx, y - cy) - radius) - width / 2;

/** A rectangle by two opposite corners, its own corners rounded. */
const box =
  ([left, top]: Point, [right, bottom]: Point, radius = 0): Shape =>
  (x, y) => {
    const dx = Math.abs(x - (left + right) / 2) - (right - left) / 2 + radius;
    const dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  };

/** A stroke through points, with round ends and joints. */
function stroke(width: number, ...points: readonly Point[]): Shape {
  const segments = points.slice(1).map((end, index) => segment(points[index] ?? end, end, width));
  return union(...segments);
}

function segment([ax, ay]: Point, [bx, by]: Point, width: number): Shape {
  const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
  return (x, y) => {
    const along = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length2));
    return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)) - width / 2;
  };
}

/** A filled triangle or other convex polygon, its corners clockwise. */
function polygon(...corners: readonly Point[]): Shape {
  return (x, y) =>
    Math.max(
      ...corners.map(([ax, ay], index) => {
        const [bx, by] = corners[(index + 1) % corners.length] ?? [ax, ay];
        return ((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / Math.hypot(bx - ax, by - ay);
      }),
    );
}

const union =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)));

const minus =
  (shape: Shape, hole: Shape): Shape =>
  (x, y) =>
    Math.max(shape(x, y), -hole(x, y));

const grown =
  (shape: Shape, by: number): Shape =>
  (x, y) =>
    shape(x, y) - by;

const WHITE: Rgb = [255, 255, 255];

/** What each connector's icon shows, from back to front, on a background of the brand colour. */
const DRAWINGS: Readonly<Record<string, (brand: Rgb) => readonly Layer[]>> = {
  'baserow-tables': (brand) => {
    const sheet = box([40, 48], [190, 182], 16);
    const lines = union(
      stroke(7, [30, 92], [200, 92]),
      stroke(7, [30, 137], [200, 137]),
      stroke(7, [90, 92], [90, 190]),
      stroke(7, [140, 92], [140, 190]),
    );
    const head: Shape = (x, y) => Math.max(sheet(x, y), y - 92);
    return [
      { shape: sheet, color: WHITE },
      { shape: head, color: [140, 222, 206] },
      { shape: lines, color: brand },
    ];
  },
  frankfurter: () => {
    const arrow = (from: number, to: number, y: number): Shape => {
      const back = Math.sign(from - to) * 20;
      return union(stroke(13, [from, y], [to, y]), stroke(13, [to + back, y - 20], [to, y], [to + back, y + 20]));
    };
    return [
      { shape: ring(115, 115, 74, 11), color: [255, 214, 122] },
      { shape: union(arrow(76, 154, 90), arrow(154, 76, 140)), color: WHITE },
    ];
  },
  'github-issues': (brand) => {
    const front = box([38, 74], [166, 190], 18);
    return [
      { shape: minus(box([66, 42], [194, 158], 18), grown(front, 8)), color: [142, 171, 216] },
      { shape: front, color: WHITE },
      { shape: union(ring(78, 132, 22, 10), circle(78, 132, 7)), color: brand },
      { shape: union(stroke(11, [117, 119], [146, 119]), stroke(11, [117, 145], [134, 145])), color: brand },
    ];
  },
  mastodon: () => {
    const nodes: readonly Point[] = [0, 1, 2].map((turn) => {
      const angle = (turn * 2 * Math.PI) / 3 - Math.PI / 2;
      return [115 + 66 * Math.cos(angle), 125 + 66 * Math.sin(angle)];
    });
    const links = nodes.map((node) => stroke(9, [115, 125], node));
    return [
      { shape: union(...links, ring(115, 125, 66, 6)), color: [201, 176, 240] },
      { shape: union(circle(115, 125, 25), ...nodes.map(([x, y]) => circle(x, y, 19))), color: WHITE },
    ];
  },
  'open-meteo': (brand) => {
    // Clockwise in eighths of a turn; the other three would end in the cloud.
    const rays = [-3, -2, -1, 0, 1].map((eighth) => {
      const at = (radius: number): Point => [
        138 + radius * Math.cos((eighth * Math.PI) / 4),
        94 + radius * Math.sin((eighth * Math.PI) / 4),
      ];
      return stroke(9, at(41), at(53));
    });
    const cloud = cloudAt(100, 143);
    return [
      { shape: union(circle(138, 94, 29), ...rays), color: [255, 218, 128] },
      { shape: grown(cloud, 8), color: brand },
      { shape: cloud, color: WHITE },
    ];
  },
  openweathermap: () => {
    const drops = [74, 111, 148].map((x, index) => stroke(11, [x, 158], [x - 10, index === 1 ? 192 : 180]));
    return [
      { shape: union(...drops), color: [143, 205, 255] },
      { shape: cloudAt(113, 102), color: WHITE },
    ];
  },
  'twilio-messaging': (brand) => {
    const bubble = union(box([38, 50], [168, 140], 26), polygon([62, 130], [104, 130], [62, 168]));
    const behind = union(box([84, 96], [194, 172], 24), polygon([140, 164], [176, 164], [176, 196]));
    return [
      { shape: minus(behind, grown(bubble, 8)), color: [255, 172, 186] },
      { shape: bubble, color: WHITE },
      { shape: union(...[72, 103, 134].map((x) => circle(x, 95, 9))), color: brand },
    ];
  },
  'usgs-earthquakes': () => {
    const trace = stroke(
      11,
      ...([
        [41, 118],
        [64, 118],
        [78, 92],
        [96, 150],
        [114, 46],
        [134, 184],
        [150, 98],
        [162, 118],
        [188, 118],
      ] as const),
    );
    const waves = union(ring(114, 115, 72, 6), ring(114, 115, 48, 6));
    return [
      { shape: minus(waves, grown(trace, 8)), color: [226, 152, 120] },
      { shape: trace, color: WHITE },
    ];
  },
};

function cloudAt(x: number, y: number): Shape {
  return union(
    box([x - 62, y], [x + 62, y + 40], 20),
    circle(x - 26, y - 2, 27),
    circle(x + 14, y - 12, 38),
    circle(x + 40, y + 12, 28),
  );
}

/** The pixels row by row, each row after the filter byte of PNG, three bytes a pixel. */
function rasterize(background: Rgb, layers: readonly Layer[]): Uint8Array {
  const rows = new Uint8Array(SIZE * (1 + SIZE * 3));
  for (let y = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1) {
      rows.set(colorAt(x + 0.5, y + 0.5, background, layers), y * (1 + SIZE * 3) + 1 + x * 3);
    }
  }
  return rows;
}

function colorAt(x: number, y: number, background: Rgb, layers: readonly Layer[]): Rgb {
  return layers.reduce<Rgb>((below, { shape, color }) => {
    const cover = Math.min(1, Math.max(0, 0.5 - shape(x, y)));
    const mixed = (channel: 0 | 1 | 2): number =>
      Math.round(below[channel] + (color[channel] - below[channel]) * cover);
    return [mixed(0), mixed(1), mixed(2)];
  }, background);
}

function brandColor(folder: string): Rgb {
  const text = readFileSync(`${folder}/connector.yaml`, 'utf8');
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(
    String((load(text) as { readonly iconBrandColor?: unknown }).iconBrandColor),
  );
  if (found === null) throw new Error(`${folder}/connector.yaml has no iconBrandColor like "#0a7d55"`);
  const [, red = '', green = '', blue = ''] = found;
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)];
}

for (const [name, draw] of Object.entries(DRAWINGS)) {
  const folder = `connectors/${name}`;
  const brand = brandColor(folder);
  const png = encodePng(rasterize(brand, draw(brand)), SIZE);
  writeFileSync(`${folder}/icon.png`, png);
  console.log(`${folder}/icon.png  ${png.length} bytes`);
}
