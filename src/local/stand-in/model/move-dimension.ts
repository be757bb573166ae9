import { withChangedLines } from './change-lines.ts';
import { trimmedRow } from './edit-cells.ts';
import { movedSpan } from './span-change.ts';
import { entriesOf, type SparseList, withEdits } from './sparse-list.ts';
import type { Dimension } from './wire.ts';
import { type Row, type Sheet, type Workbook, withSheet } from './workbook.ts';

export interface Move {
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
  /** Where the first moved line goes, counted before the move. */
  readonly destination: number;
}

/** Rows or columns change place with what is in them; metadata follows its line, ranges that lie in the moved lines go along. */
export function moveDimension(workbook: Workbook, sheet: Sheet, move: Move): Workbook {
  const place = placeAfter(move);
  const byRow = move.dimension === 'ROWS';
  const changed: Sheet = byRow
    ? { ...sheet, rows: permuted(sheet.rows, place), rowMetadata: permuted(sheet.rowMetadata, place) }
    : {
        ...sheet,
        rows: permutedColumns(sheet, place),
        columnMetadata: permuted(sheet.columnMetadata, place),
      };
  const { dimension } = move;
  return withChangedLines(withSheet(workbook, changed), {
    sheet: changed,
    dimension,
    change: movedSpan(move),
  });
}

function placeAfter({ start, end, destination }: Move): (index: number) => number {
  const count = end - start;
  if (destination >= start && destination <= end) return (index) => index;
  const target = destination > end ? destination - count : destination;
  return (index) => {
    if (index >= start && index < end) return target + index - start;
    if (destination > end && index >= end && index < destination) return index - count;
    if (destination < start && index >= destination && index < start) return index + count;
    return index;
  };
}

function permuted<T>(list: SparseList<T>, place: (index: number) => number): SparseList<T> {
  const moves = [...entriesOf(list)].filter(([index]) => place(index) !== index);
  const emptied = moves.map(([index]) => [index, undefined] as const);
  return withEdits(
    withEdits(list, emptied),
    moves.map(([index, item]) => [place(index), item] as const),
  );
}

function permutedColumns(sheet: Sheet, place: (index: number) => number): SparseList<Row> {
  const edits = [...entriesOf(sheet.rows)].map(([index, row]) => {
    const draft: Row[number][] = [];
    for (const [column, cell] of row.entries()) {
      const at = place(column);
      while (draft.length <= at) draft.push(undefined);
      draft[at] = cell;
    }
    return [index, trimmedRow(draft)] as const;
  });
  return withEdits(sheet.rows, edits);
}
