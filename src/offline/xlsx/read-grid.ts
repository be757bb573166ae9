import type { Cell, Grid } from '../../domain/grid.ts';
import { parseCellName } from '../../workbook/a1.ts';
import { cellValue } from './cell-value.ts';
import { DamagedPart } from './damaged-part.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from './limits.ts';
import { type PartHandlers, readPart } from './read-part.ts';

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

/** The element whose text is being read; that of a phonetic guide is nobody's. */
type Reading = 'value' | 'formula' | 'nothing';

/** Follows the elements of a tab and hands its cells on, one after the other. */
class CellReader implements PartHandlers {
  readonly #onCell: (cell: CurrentCell, value: Cell) => void;
  readonly #sharedStrings: readonly string[];
  #row = -1;
  #column = 0;
  #cell: CurrentCell | undefined;
  #raw = '';
  #formula = '';
  #reading: Reading = 'nothing';
  #isPhonetic = false;

  constructor(sharedStrings: readonly string[], onCell: (cell: CurrentCell, value: Cell) => void) {
    this.#sharedStrings = sharedStrings;
    this.#onCell = onCell;
  }

  readonly open: PartHandlers['open'] = (name, { r, t }) => {
    if (name === 'row') [this.#row, this.#column] = [r === undefined ? this.#row + 1 : Number(r) - 1, 0];
    else if (name === 'c') this.#openCell(r, t);
    else if (name === 'rPh') this.#isPhonetic = true;
    this.#reading = this.#readingOf(name);
    if (this.#reading === 'formula') this.#formula = '=';
  };

  readonly text: PartHandlers['text'] = (piece) => {
    if (this.#reading === 'value') this.#raw += piece;
    if (this.#reading === 'formula') this.#formula += piece;
  };

  readonly close: PartHandlers['close'] = (name) => {
    this.#reading = 'nothing';
    if (name === 'rPh') this.#isPhonetic = false;
    if (name !== 'c' || this.#cell === undefined) return;
    this.#onCell(this.#cell, this.#value(this.#cell));
    this.#cell = undefined;
  };

  #openCell(name: string | undefined, type = 'n'): void {
    const { row, column } = placeOf(name, this.#row, this.#column);
    [this.#row, this.#column] = [row, column + 1];
    this.#cell = { row, column, type };
    [this.#raw, this.#formula] = ['', ''];
  }

  #readingOf(name: string): Reading {
    if (this.#cell === undefined || this.#isPhonetic) return 'nothing';
    if (name === 'f') return 'formula';
    return name === 'v' || name === 't' ? 'value' : 'nothing';
  }

  /**
   * A formula whose result was never stored, as programs without a calculator leave it, is shown as its own text:
   * taken for an empty cell it would be a lost mark.
   */
  #value({ type }: CurrentCell): Cell {
    const isUncomputed = this.#raw === '' && this.#formula !== '' && type !== 'str';
    return isUncomputed ? this.#formula : cellValue(type, this.#raw, this.#sharedStrings);
  }
}

/** The values of a tab, from A1 to its last filled cell; of a formula the result that was stored with it. */
export function readGrid(bytes: Uint8Array, sharedStrings: readonly string[]): Grid {
  const builder = new GridBuilder();
  readPart(bytes, new CellReader(sharedStrings, ({ row, column }, value) => builder.put(row, column, value)));
  return builder.grid();
}
