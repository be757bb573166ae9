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

/** A row of a chunk and the columns in it that hold formulas. */
type Places = readonly (readonly [slot: number, column: number])[];

type Chunk = SparseList<Row>['chunks'][number];

/** What was found in a chunk of rows holds as long as the chunk: an edit looks through the chunks it changed alone. */
const KNOWN = new WeakMap<NonNullable<Chunk>, Places>();

function placesIn(chunk: NonNullable<Chunk>): Places {
  const known = KNOWN.get(chunk);
  if (known !== undefined) return known;
  const places: [number, number][] = [];
  for (const [slot, row] of chunk.entries()) {
    for (let column = 0; column < (row?.length ?? 0); column += 1) {
      if (row?.[column]?.userEnteredValue?.formulaValue !== undefined) places.push([slot, column]);
    }
  }
  KNOWN.set(chunk, places);
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
