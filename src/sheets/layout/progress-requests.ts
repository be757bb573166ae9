import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Change } from '../../domain/change.ts';
import { progressFormula } from '../../domain/progress-formula.ts';

type WriteCells = Extract<Change, { readonly kind: 'write-cells' }>;

interface Counted {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

function countedCells({ row: top, column: left, rows }: WriteCells): readonly Counted[] {
  return rows.flatMap((cells, index) =>
    cells.flatMap(({ progress }, offset) => {
      if (progress === undefined) return [];
      const [row, column] = [top + index, left + offset];
      const formula = progressFormula(progress, { row, column, maximaRow: row - progress.rowsUp });
      return [{ row, column, formula: `=${formula}` }];
    }),
  );
}

/**
 * The one formula that there is: places and a fixed word, never anybody's text. It is written where it counts and never
 * copied there, because a copy of a formula looks elsewhere. One request for each stretch of a column.
 */
export function progressRequests(change: WriteCells): readonly sheets_v4.Schema$Request[] {
  const cells = countedCells(change).toSorted((a, b) => a.column - b.column || a.row - b.row);
  const starts = cells.flatMap(({ row, column }, i) => {
    const above = cells[i - 1];
    return above?.column === column && above.row === row - 1 ? [] : [i];
  });
  return starts.flatMap((from, i) => {
    const stretch = cells.slice(from, starts[i + 1] ?? cells.length);
    const [first] = stretch;
    if (first === undefined) return [];
    return [
      {
        updateCells: {
          start: { sheetId: change.sheetId, rowIndex: first.row, columnIndex: first.column },
          rows: stretch.map(({ formula }) => ({ values: [{ userEnteredValue: { formulaValue: formula } }] })),
          fields: 'userEnteredValue',
        },
      },
    ];
  });
}
