import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Change } from '../../domain/change.ts';
import type { ContentCell } from '../../domain/content.ts';

type WriteCells = Extract<Change, { readonly kind: 'write-cells' }>;

/** A note and where it begins: cells side by side that have one. */
interface NotedRun {
  readonly column: number;
  readonly notes: readonly string[];
}

function runsOf(row: readonly ContentCell[]): readonly NotedRun[] {
  const starts = row.flatMap(({ note }, column) =>
    note !== undefined && row[column - 1]?.note === undefined ? [column] : [],
  );
  return starts.map((column) => {
    const after = row.findIndex(({ note }, index) => index > column && note === undefined);
    const notes = row.slice(column, after === -1 ? row.length : after).map(({ note }) => note ?? '');
    return { column, notes };
  });
}

/** Notes go to the cells that have one and to no others: a note of staff's on another cell stays. */
export function noteRequests({
  sheetId,
  row,
  column,
  rows,
}: WriteCells): readonly sheets_v4.Schema$Request[] {
  return rows.flatMap((cells, index) =>
    runsOf(cells).map((run) => ({
      updateCells: {
        start: { sheetId, rowIndex: row + index, columnIndex: column + run.column },
        rows: [{ values: run.notes.map((note) => ({ note })) }],
        fields: 'note',
      },
    })),
  );
}
