import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { ContentCell } from '../domain/content.ts';
import { FORMAT_FIELD } from './cell-data.ts';
import { borderlessFormat, bordersOf, cellFormat } from './cell-format.ts';
import { type LookRectangle, lookRectangles, makeLooks, PLAIN } from './look-rectangles.ts';

/** Where the first cell of a block stands. */
export interface Corner {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

type Rows = readonly (readonly ContentCell[])[];

const BORDER_FIELD = `${FORMAT_FIELD}.borders`;

function paint({ sheetId, row, column }: Corner, fields: string) {
  return ({ top, left, height, width, look }: LookRectangle): sheets_v4.Schema$Request => ({
    repeatCell: {
      range: {
        sheetId,
        startRowIndex: row + top,
        endRowIndex: row + top + height,
        startColumnIndex: column + left,
        endColumnIndex: column + left + width,
      },
      cell: { userEnteredFormat: JSON.parse(look) },
      fields,
    },
  });
}

function isNotPlain({ look }: LookRectangle): boolean {
  return look !== PLAIN;
}

/**
 * Gives a block its looks, whatever its cells looked like before. The lines around cells are drawn afterwards: a
 * whole table has the same ones, and they would be half of what each of its looks takes.
 */
export function paintOver(corner: Corner, rows: Rows): readonly sheets_v4.Schema$Request[] {
  const looks = lookRectangles(rows, makeLooks(borderlessFormat));
  const borders = lookRectangles(rows, makeLooks(bordersOf)).filter(isNotPlain);
  return [...looks.map(paint(corner, FORMAT_FIELD)), ...borders.map(paint(corner, BORDER_FIELD))];
}

/** Gives cells that never had a look theirs, each in one step, so that any of them may be repeated at any time. */
export function paintPlain(corner: Corner, rows: Rows): readonly sheets_v4.Schema$Request[] {
  return lookRectangles(rows, makeLooks(cellFormat)).filter(isNotPlain).map(paint(corner, FORMAT_FIELD));
}
