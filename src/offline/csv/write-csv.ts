import type { Cell, Grid } from '../../domain/grid.ts';
import type { Dialect } from './dialect.ts';
import { guardText } from './guarded-text.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** Text always stands in quotation marks and a figure never does: so 1.10 the code and 1.1 the figure stay apart. */
function field(cell: Cell, { decimalMark }: Dialect): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return String(cell).replace('.', decimalMark);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return `"${guardText(cell).replaceAll('"', '""')}"`;
}

/** A CSV file in UTF-8 with the mark by which Excel knows it. */
export function writeCsv(grid: Grid, dialect: Dialect): Uint8Array {
  const lines = grid.map((row) => `${row.map((cell) => field(cell, dialect)).join(dialect.delimiter)}\r\n`);
  return new TextEncoder().encode(BYTE_ORDER_MARK + lines.join(''));
}
