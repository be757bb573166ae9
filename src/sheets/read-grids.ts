import * as z from 'zod';
import type { Cell, Grid } from '../domain/grid.ts';

/** Rows are checked one by one below: a schema over a million cells would cost more than reading them. */
const answerSchema = z.object({
  valueRanges: z
    .array(z.object({ values: z.custom<readonly unknown[]>(Array.isArray).default([]) }))
    .default([]),
});

/** Inner gaps of a row arrive as empty text. */
function parseCell(value: unknown): Cell {
  if (value === '' || value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new Error('a cell holds neither text, number nor yes/no');
}

function parseRow(row: unknown): readonly Cell[] {
  if (!Array.isArray(row)) throw new Error('a row is not a list of cells');
  return row.map(parseCell);
}

/** The grids of an answer in the order of the ranges that were asked for. */
export function parseGrids(answer: unknown, count: number): readonly Grid[] {
  const { valueRanges } = answerSchema.parse(answer);
  if (valueRanges.length !== count) throw new Error(`asked for ${count} ranges, got ${valueRanges.length}`);
  return valueRanges.map(({ values }) => values.map(parseRow));
}
