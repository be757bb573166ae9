import { trimmedRow } from './edit-cells.ts';
import { entriesOf, type SparseList, withEdits } from './sparse-list.ts';
import type { DeveloperMetadata, Dimension } from './wire.ts';
import { type Row, type Sheet, type Workbook, withSheet } from './workbook.ts';

export interface Move {
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
  /** Where the first moved line goes, counted before the move. */
  readonly destination: number;
}

/** Rows or columns change place with what is in them; developer metadata follows its line, ranges stay where they are. */
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
  return {
    ...withSheet(workbook, changed),
    developerMetadata: workbook.developerMetadata.map((entry) =>
      relocated(entry, sheet.sheetId, move.dimension, place),
    ),
  };
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

export function relocated(
  entry: DeveloperMetadata,
  sheetId: number,
  dimension: Dimension,
  place: (index: number) => number,
): DeveloperMetadata {
  const range = entry.location?.dimensionRange;
  if (range === undefined || (range.sheetId ?? 0) !== sheetId || range.dimension !== dimension) return entry;
  const startIndex = place(range.startIndex ?? 0);
  return {
    ...entry,
    location: { ...entry.location, dimensionRange: { ...range, startIndex, endIndex: startIndex + 1 } },
  };
}
