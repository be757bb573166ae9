import { colorOf, type Palette } from './color.ts';
import { type JsonObject, numberIn, objectIn, textIn } from './wire-json.ts';

export type Side = 'top' | 'bottom' | 'left' | 'right';
export type LineStyle = 'thin' | 'medium' | 'thick' | 'dashed' | 'dotted' | 'double';

export interface Border {
  readonly style: LineStyle;
  /** #rrggbb, as every colour here. */
  readonly color: string;
}

/** How a cell looks, where that differs from an unformatted cell. */
export interface Look {
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strikethrough?: true;
  /** In points. */
  readonly fontSize?: number;
  readonly color?: string;
  readonly background?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle';
  readonly wrap?: 'wrap' | 'clip';
  /** The pattern and type of numbers in the cell, as Google keeps them. */
  readonly pattern?: string;
  readonly numberType?: string;
  readonly borders?: Readonly<Partial<Record<Side, Border>>>;
}

const DEFAULT_FONT_SIZE = 10;
const BLACK = '#000000';
const WHITE = '#ffffff';

/** How a cell looks that nobody formatted. */
export const PLAIN: Look = {};

const ALIGNMENTS = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;
const VERTICALS = { TOP: 'top', MIDDLE: 'middle' } as const;
const WRAPS = { WRAP: 'wrap', CLIP: 'clip', LEGACY_WRAP: 'wrap' } as const;
const LINE_STYLES: Readonly<Record<string, LineStyle>> = {
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DASHED: 'dashed',
  DOTTED: 'dotted',
  DOUBLE: 'double',
};
const SIDES = ['top', 'bottom', 'left', 'right'] as const;

function member<T>(names: Readonly<Record<string, T>>, name: string | undefined): T | undefined {
  return name === undefined ? undefined : names[name];
}

function bordersOf(format: JsonObject, palette: Palette): Look['borders'] {
  const borders = objectIn(format, 'borders');
  if (borders === undefined) return undefined;
  const found = SIDES.flatMap((side) => {
    const border = objectIn(borders, side);
    const style = member(LINE_STYLES, border && textIn(border, 'style'));
    if (border === undefined || style === undefined) return [];
    return [[side, { style, color: colorOf(border, 'color', palette) ?? BLACK }] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** Leaves out what is undefined, so that equal looks are equal JSON. */
function defined(look: { readonly [Key in keyof Look]: Look[Key] | undefined }): Look {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined));
}

const flag = (object: JsonObject, name: string): true | undefined =>
  object[name] === true ? true : undefined;
const unless = <T>(value: T | undefined, usual: T): T | undefined => (value === usual ? undefined : value);

/** The look of a CellFormat of the API, or of the format of a rule. */
export function lookOf(format: JsonObject, palette: Palette): Look {
  const text = objectIn(format, 'textFormat') ?? {};
  const number = objectIn(format, 'numberFormat') ?? {};
  return defined({
    bold: flag(text, 'bold'),
    italic: flag(text, 'italic'),
    underline: flag(text, 'underline'),
    strikethrough: flag(text, 'strikethrough'),
    fontSize: unless(numberIn(text, 'fontSize'), DEFAULT_FONT_SIZE),
    color: unless(colorOf(text, 'foregroundColor', palette), BLACK),
    background: unless(colorOf(format, 'backgroundColor', palette), WHITE),
    align: member(ALIGNMENTS, textIn(format, 'horizontalAlignment')),
    vertical: member(VERTICALS, textIn(format, 'verticalAlignment')),
    wrap: member(WRAPS, textIn(format, 'wrapStrategy')),
    pattern: textIn(number, 'pattern'),
    numberType: textIn(number, 'type'),
    borders: bordersOf(format, palette),
  });
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A short name that the same look has in every version and on every machine: FNV-1a, twice, of its JSON. */
export function nameOfLook(look: Look): string {
  const text = JSON.stringify(look);
  const half = (seed: number): string => {
    let hash = seed;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
    return (hash >>> 0).toString(36);
  };
  return `${half(FNV_OFFSET)}${half(FNV_PRIME)}`;
}
