import * as z from 'zod';
import type { Cell, Grid } from '../domain/grid.ts';
import type { Sheet } from '../domain/spreadsheet.ts';
import { rowsOfTab } from './a1-range.ts';

/** Sheets that have cells at all; a range over nothing would be refused. */
export function sheetsWithCells(sheets: readonly Sheet[]): readonly Sheet[] {
  return sheets.filter(({ rowCount, columnCount }) => rowCount > 0 && columnCount > 0);
}

/** The whole of a tab, stated with its size: a range beyond the grid's edge would be refused. */
export function rangeOf(sheet: Sheet): string {
  return rowsOfTab(sheet.title, 0, sheet.rowCount, sheet.columnCount);
}

const answerSchema = z.object({
  valueRanges: z.array(z.object({ values: z.array(z.array(z.unknown())).default([]) })).default([]),
});

/** Inner gaps of a row arrive as empty text. */
function parseCell(value: unknown): Cell {
  if (value === '' || value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new Error('a cell holds neither text, number nor yes/no');
}

/** The grids of an answer in the order of the ranges that were asked for. */
export function parseGrids(answer: unknown, count: number): readonly Grid[] {
  const { valueRanges } = answerSchema.parse(answer);
  if (valueRanges.length !== count) throw new Error(`asked for ${count} ranges, got ${valueRanges.length}`);
  return valueRanges.map(({ values }) => values.map((row) => row.map(parseCell)));
}
