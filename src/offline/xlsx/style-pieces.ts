import type { CellStyle } from '../../domain/cell-style.ts';
import type { Attributes } from './xml.ts';

/** An element of a style sheet, described before it is built. */
export interface StylePiece {
  readonly name: string;
  readonly attributes?: Attributes;
  readonly children?: readonly StylePiece[];
}

/** The thin grey line that Google gets too. */
const LINE_COLOUR = 'FFBDBDBD';
/** What of the workbook's own font the product keeps: its face, never its weight or colour. */
const KEPT = new Set(['name', 'family', 'charset', 'scheme']);
const DEFAULT_SIZE = 11;

/** A colour as files of spreadsheets have it: opaque, in capitals. */
export function argb(hex: string): string {
  return `FF${hex.slice(1).toUpperCase()}`;
}

export function fontXml(style: CellStyle, defaults: readonly StylePiece[]): StylePiece {
  const size = defaults.find(({ name }) => name === 'sz')?.attributes?.['val'] ?? DEFAULT_SIZE;
  return {
    name: 'font',
    children: [
      ...(style.bold === true ? [{ name: 'b' }] : []),
      ...(style.italic === true ? [{ name: 'i' }] : []),
      { name: 'sz', attributes: { val: style.fontSize ?? size } },
      ...(style.foreground === undefined
        ? []
        : [{ name: 'color', attributes: { rgb: argb(style.foreground) } }]),
      ...defaults.filter(({ name }) => KEPT.has(name)),
    ],
  };
}

export function fillXml(background: string): StylePiece {
  const colour = { name: 'fgColor', attributes: { rgb: argb(background) } };
  return {
    name: 'fill',
    children: [{ name: 'patternFill', attributes: { patternType: 'solid' }, children: [colour] }],
  };
}

/** What a highlight changes: only what it names, the fill by the colour that conditional formats take. */
export function differenceXml({
  bold,
  foreground,
  background,
}: Pick<CellStyle, 'bold' | 'foreground' | 'background'>): StylePiece {
  const font: readonly StylePiece[] = [
    ...(bold === true ? [{ name: 'b' }] : []),
    ...(foreground === undefined ? [] : [{ name: 'color', attributes: { rgb: argb(foreground) } }]),
  ];
  const fill: readonly StylePiece[] =
    background === undefined
      ? []
      : [{ name: 'patternFill', children: [{ name: 'bgColor', attributes: { rgb: argb(background) } }] }];
  return {
    name: 'dxf',
    children: [
      ...(font.length === 0 ? [] : [{ name: 'font', children: font }]),
      ...(fill.length === 0 ? [] : [{ name: 'fill', children: fill }]),
    ],
  };
}

export function borderXml(): StylePiece {
  const side = (name: string): StylePiece => ({
    name,
    attributes: { style: 'thin' },
    children: [{ name: 'color', attributes: { rgb: LINE_COLOUR } }],
  });
  return {
    name: 'border',
    children: [side('left'), side('right'), side('top'), side('bottom'), { name: 'diagonal' }],
  };
}
