import { entriesOf } from '../../model/sparse-list.ts';
import type { CellData } from '../../model/wire.ts';
import type { Sheet } from '../../model/workbook.ts';
import { MOST_COLUMNS, MOST_ROWS } from './area.ts';

export interface UsedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: CellData;
}

/** The cells of a tab that hold anything at all, row by row, as far as an .xlsx reaches. */
export function* usedCells(sheet: Sheet): Generator<UsedCell> {
  for (const [row, cells] of entriesOf(sheet.rows, 0, MOST_ROWS)) {
    const end = Math.min(cells.length, MOST_COLUMNS);
    for (let column = 0; column < end; column += 1) {
      const cell = cells[column];
      if (cell !== undefined) yield { row, column, cell };
    }
  }
}
