import type { SparseList } from '../model/sparse-list.ts';
import { CHUNK_SIZE } from '../model/sparse-list.ts';
import type { CellData } from '../model/wire.ts';
import type { Row, Sheet } from '../model/workbook.ts';

export interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly cell: CellData;
}

type Chunk = NonNullable<SparseList<Row>['chunks'][number]>;

/** A row of a chunk and a column in it that holds a formula. */
type Places = readonly (readonly [slot: number, column: number])[];

/** What was found in a row, or in a chunk of rows, holds as long as it does: an edit looks through the rows it changed alone. */
const COLUMNS_OF_ROWS = new WeakMap<Row, readonly number[]>();
const PLACES_OF_CHUNKS = new WeakMap<Chunk, Places>();

function columnsIn(row: Row): readonly number[] {
  const known = COLUMNS_OF_ROWS.get(row);
  if (known !== undefined) return known;
  const columns: number[] = [];
  for (let column = 0; column < row.length; column += 1) {
    if (row[column]?.userEnteredValue?.formulaValue !== undefined) columns.push(column);
  }
  COLUMNS_OF_ROWS.set(row, columns);
  return columns;
}

function placesIn(chunk: Chunk): Places {
  const known = PLACES_OF_CHUNKS.get(chunk);
  if (known !== undefined) return known;
  const places: [number, number][] = [];
  for (const [slot, row] of chunk.entries()) {
    if (row !== undefined) for (const column of columnsIn(row)) places.push([slot, column]);
  }
  PLACES_OF_CHUNKS.set(chunk, places);
  return places;
}

/** Every cell of the sheet that holds a formula, row by row. */
export function formulaCellsOf(sheet: Sheet): readonly FormulaCell[] {
  return sheet.rows.chunks.flatMap((chunk, at) =>
    chunk === undefined
      ? []
      : placesIn(chunk).flatMap(([slot, column]) => {
          const cell = chunk[slot]?.[column];
          const formula = cell?.userEnteredValue?.formulaValue;
          return cell === undefined || formula === undefined
            ? []
            : [{ row: at * CHUNK_SIZE + slot, column, formula, cell }];
        }),
  );
}
