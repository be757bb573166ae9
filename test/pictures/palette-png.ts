import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const HEAD_BYTES = 8;
const CRC_BYTES = 4;
/** Kinds of pixels that a browser's screenshot has, and their bytes. */
const RGB = 2;
const RGBA = 6;
const PALETTE = 3;
const COLOURS = 256;
/** So many bits of each channel are told apart while colours are counted. */
const KEPT_BITS = 5;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of each pixel in turn. */
  readonly rgb: Uint8Array;
}

function chunksOf(png: Buffer): ReadonlyMap<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  let at = SIGNATURE.length;
  while (at < png.length) {
    const length = png.readUInt32BE(at);
    const kind = png.toString('latin1', at + 4, at + HEAD_BYTES);
    const data = png.subarray(at + HEAD_BYTES, at + HEAD_BYTES + length);
    chunks.set(kind, Buffer.concat([chunks.get(kind) ?? Buffer.alloc(0), data]));
    at += HEAD_BYTES + length + CRC_BYTES;
  }
  return chunks;
}

/** The neighbour that lies nearest to left + above − corner, as the format's fourth filter predicts. */
function paeth(left: number, above: number, corner: number): number {
  const [toLeft, toAbove, toCorner] = [
    Math.abs(above - corner),
    Math.abs(left - corner),
    Math.abs(left + above - 2 * corner),
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  const guesses = [0, left, above, (left + above) >> 1, paeth(left, above, corner)];
  return guesses[filter] ?? 0;
}

function decode(png: Buffer): Pixels {
  const chunks = chunksOf(png);
  const head = chunks.get('IHDR') ?? Buffer.alloc(13);
  const [width, height, kind] = [head.readUInt32BE(0), head.readUInt32BE(4), head.readUInt8(9)];
  if (kind !== RGB && kind !== RGBA) throw new Error(`a screenshot with pixels of kind ${kind}`);
  const step = kind === RGB ? 3 : 4;
  const line = width * step;
  const raw = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const bytes = new Uint8Array(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x += 1) {
      const here = y * line + x;
      const byte = (back: number, isInside: boolean) => (isInside ? (bytes[here - back] ?? 0) : 0);
      const left = byte(step, x >= step);
      const above = byte(line, y > 0);
      const corner = byte(line + step, x >= step && y > 0);
      bytes[here] = (raw[y * (line + 1) + 1 + x] ?? 0) + predicted(filter, left, above, corner);
    }
  }
  return { width, height, rgb: step === 3 ? bytes : bytes.filter((_, index) => index % 4 !== 3) };
}

/** The colours that cover most of the picture, each as it occurs most. */
function paletteOf(rgb: Uint8Array): readonly number[] {
  const counted = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = colourAt(rgb, at);
    counted.set(colour, (counted.get(colour) ?? 0) + 1);
  }
  const shades = new Map<number, { colour: number; most: number; all: number }>();
  for (const [colour, times] of counted) {
    const shade = shadeOf(colour);
    const known = shades.get(shade) ?? { colour, most: 0, all: 0 };
    const isMost = times > known.most;
    shades.set(shade, {
      colour: isMost ? colour : known.colour,
      most: isMost ? times : known.most,
      all: known.all + times,
    });
  }
  const found = [...shades.values()].sort((one, other) => other.all - one.all);
  return found.slice(0, COLOURS).map(({ colour }) => colour);
}

function colourAt(rgb: Uint8Array, at: number): number {
  return ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0);
}

function channels(colour: number): readonly number[] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

function shadeOf(colour: number): number {
  return channels(colour).reduce((sum, channel) => (sum << KEPT_BITS) | (channel >> (8 - KEPT_BITS)), 0);
}

function nearest(colour: number, palette: readonly number[]): number {
  const wanted = channels(colour);
  const distance = (other: number) =>
    channels(other).reduce((sum, channel, index) => sum + (channel - (wanted[index] ?? 0)) ** 2, 0);
  const distances = palette.map(distance);
  return distances.indexOf(Math.min(...distances));
}

function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A screenshot with at most 256 colours: letters stay sharp, and it has about half the bytes. */
export function toPalette(png: Buffer): Buffer {
  const { width, height, rgb } = decode(png);
  const palette = paletteOf(rgb);
  const places = new Map<number, number>();
  const lines = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = colourAt(rgb, at);
    const place = places.get(colour) ?? nearest(colour, palette);
    places.set(colour, place);
    const pixel = at / 3;
    lines[pixel + Math.floor(pixel / width) + 1] = place;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, PALETTE, 0, 0, 0], 8);
  const packed = deflateSync(lines, { level: 9 });
  const colours = new Uint8Array(palette.flatMap(channels));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
