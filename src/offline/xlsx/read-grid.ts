import type { Cell, Grid } from '../../domain/grid.ts';
import { parseCellName } from '../../workbook/a1.ts';
import { cellValue } from './cell-value.ts';
import { DamagedPart } from './damaged-part.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from './limits.ts';
import { readPart } from './read-part.ts';

const EMPTY_ROW: readonly Cell[] = [];

class GridBuilder {
  readonly #rows: Cell[][] = [];
  #cells = 0;

  put(row: number, column: number, value: Cell): void {
    const isInside = row >= 0 && row < MAX_ROWS && column < MAX_COLUMNS;
    if (!isInside) throw new DamagedPart('a cell beyond the edge of a tab');
    if (value === null) return;
    const cells = this.#rows[row] ?? [];
    this.#rows[row] = cells;
    this.#cells += Math.max(column + 1 - cells.length, 0);
    if (this.#cells > MAX_CELLS) throw new DamagedPart('too many cells');
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  }

  grid(): Grid {
    return Array.from({ length: this.#rows.length }, (_, row) => this.#rows[row] ?? EMPTY_ROW);
  }
}

/** What is said about the cell that is being read. */
interface CurrentCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
}

/** Where a cell stands: as it says, else right after the one before it. */
function placeOf(name: string | undefined, row: number, column: number) {
  return (name === undefined ? undefined : parseCellName(name.replaceAll('$', ''))) ?? { row, column };
}

/** The values of a tab, from A1 to its last filled cell; of a formula the result that was stored with it. */
export function readGrid(bytes: Uint8Array, sharedStrings: readonly string[]): Grid {
  const builder = new GridBuilder();
  let [row, column] = [-1, 0];
  let cell: CurrentCell | undefined;
  let raw = '';
  let [isValue, isPhonetic] = [false, false];
  readPart(bytes, {
    open: (name, { r, t }) => {
      if (name === 'row') [row, column] = [r === undefined ? row + 1 : Number(r) - 1, 0];
      if (name === 'c') {
        const place = placeOf(r, row, column);
        [row, column] = [place.row, place.column + 1];
        cell = { ...place, type: t ?? 'n' };
        raw = '';
      }
      if (name === 'rPh') isPhonetic = true;
      isValue = cell !== undefined && !isPhonetic && (name === 'v' || name === 't');
    },
    text: (piece) => {
      if (isValue) raw += piece;
    },
    close: (name) => {
      isValue = false;
      if (name === 'rPh') isPhonetic = false;
      if (name !== 'c' || cell === undefined) return;
      builder.put(cell.row, cell.column, cellValue(cell.type, raw, sharedStrings));
      cell = undefined;
    },
  });
  return builder.grid();
}
