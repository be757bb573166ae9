import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { CellStyle } from '../domain/cell-style.ts';
import type { CellLink } from '../domain/content.ts';

const HORIZONTAL = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const;
const THIN_LINE: sheets_v4.Schema$Border = { style: 'SOLID', colorStyle: colorOf('#bdbdbd') };

/** A colour as Google stores it: eight bits a channel, written as a fraction. */
export function colorOf(hex: string): sheets_v4.Schema$ColorStyle {
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (channels === null) throw new Error(`not a colour: ${hex}`);
  const [red, green, blue] = channels.slice(1).map((channel) => Number.parseInt(channel, 16) / 255);
  return { rgbColor: { red, green, blue } as sheets_v4.Schema$Color };
}

/** A jump within the spreadsheet, as its own links have it. */
function uriOf({ sheetId, cell }: CellLink): string {
  return cell === undefined ? `#gid=${sheetId}` : `#gid=${sheetId}&range=${cell}`;
}

function textFormatOf(style: CellStyle, link: CellLink | undefined): sheets_v4.Schema$CellFormat {
  const textFormat: sheets_v4.Schema$TextFormat = {
    ...(link === undefined ? {} : { link: { uri: uriOf(link) } }),
    ...(style.bold === undefined ? {} : { bold: style.bold }),
    ...(style.italic === undefined ? {} : { italic: style.italic }),
    ...(style.fontSize === undefined ? {} : { fontSize: style.fontSize }),
    ...(style.foreground === undefined ? {} : { foregroundColorStyle: colorOf(style.foreground) }),
  };
  return Object.keys(textFormat).length === 0 ? {} : { textFormat };
}

function bordersOf(style: CellStyle): sheets_v4.Schema$CellFormat {
  if (style.borders !== true) return {};
  return { borders: { top: THIN_LINE, bottom: THIN_LINE, left: THIN_LINE, right: THIN_LINE } };
}

/** The kind of a pattern: Google wants it beside the pattern and shows the cell by it. */
function patternType(pattern: string): string {
  if (pattern === '@') return 'TEXT';
  return pattern.includes('%') ? 'PERCENT' : 'NUMBER';
}

/** A cell's look as Google writes it, its link included; what is left out stays as it usually is. */
export function cellFormat(style: CellStyle, link?: CellLink): sheets_v4.Schema$CellFormat {
  const { background, align, wrap, numberFormat } = style;
  return {
    ...textFormatOf(style, link),
    ...(background === undefined ? {} : { backgroundColorStyle: colorOf(background) }),
    ...(align === undefined ? {} : { horizontalAlignment: HORIZONTAL[align] }),
    ...(wrap === undefined ? {} : { wrapStrategy: wrap ? 'WRAP' : 'OVERFLOW_CELL' }),
    ...(numberFormat === undefined
      ? {}
      : { numberFormat: { type: patternType(numberFormat), pattern: numberFormat } }),
    ...bordersOf(style),
  };
}
