import { type JsonObject, numberIn, objectIn, objectsIn, textIn } from './wire-json.ts';

/** The workbook's theme: its colours as #rrggbb by Google's names, such as ACCENT1. */
export type Palette = ReadonlyMap<string, string>;

const HEX = 16;
const FULL = 255;

function channel(color: JsonObject, name: string): string {
  const level = Math.round((numberIn(color, name) ?? 0) * FULL);
  return level.toString(HEX).padStart(2, '0');
}

function hexOf(color: JsonObject): string {
  return `#${channel(color, 'red')}${channel(color, 'green')}${channel(color, 'blue')}`;
}

function hexOfStyle(style: JsonObject, palette: Palette): string | undefined {
  const theme = textIn(style, 'themeColor');
  if (theme !== undefined) return palette.get(theme);
  const rgb = objectIn(style, 'rgbColor');
  return rgb === undefined ? undefined : hexOf(rgb);
}

/** The colour in a member such as backgroundColor, or in its younger twin backgroundColorStyle. */
export function colorOf(object: JsonObject, name: string, palette: Palette): string | undefined {
  const style = objectIn(object, `${name}Style`);
  if (style !== undefined) return hexOfStyle(style, palette);
  const plain = objectIn(object, name);
  return plain === undefined ? undefined : hexOf(plain);
}

/** The palette of a SpreadsheetTheme. */
export function paletteOf(theme: JsonObject): Palette {
  return new Map(
    objectsIn(theme, 'themeColors').flatMap((pair) => {
      const name = textIn(pair, 'colorType');
      const hex = hexOfStyle(objectIn(pair, 'color') ?? {}, new Map());
      return name === undefined || hex === undefined ? [] : [[name, hex] as const];
    }),
  );
}

function levels(hex: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), HEX));
}

/** The colour at a share of the way from one to another, channel by channel. */
export function blend(from: string, to: string, share: number): string {
  const target = levels(to);
  const mixed = levels(from).map((level, at) => Math.round(level + ((target[at] ?? level) - level) * share));
  return `#${mixed.map((level) => level.toString(HEX).padStart(2, '0')).join('')}`;
}
