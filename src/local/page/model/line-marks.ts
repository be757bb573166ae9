import { type CellEdit, seenIn } from './cell-edit.ts';
import type { PageTab } from './page-workbook.ts';

type Entered = Pick<CellEdit, 'row' | 'column' | 'values'>;
type LineMark = CellEdit['marks'][number];

/** Cells at the beginning of a row that tell it from others, where no column is frozen, and at most. */
const USUAL_NAMES = 2;
const MOST_NAMES = 3;

interface Place {
  readonly row: number;
  readonly column: number;
}

function placesBeside(tab: PageTab, { row, column, values }: Entered): readonly Place[] {
  const names = tab.frozenColumns === 0 ? USUAL_NAMES : Math.min(tab.frozenColumns, MOST_NAMES);
  const width = Math.max(...values.map((line) => line.length));
  const head = tab.frozenRows - 1;
  const ofRows = values.flatMap((_, down) =>
    Array.from({ length: names }, (__, at) => ({ row: row + down, column: at })),
  );
  const ofColumns = Array.from({ length: width }, (_, right) => ({ row: head, column: column + right }));
  const isWithin = (place: Place) =>
    place.row >= row &&
    place.row < row + values.length &&
    place.column >= column &&
    place.column < column + width;
  return [...ofRows, ...ofColumns].filter((place) => place.row >= 0 && !isWithin(place));
}

/**
 * What tells the rows and columns of an edit from others, as its person sees them: the names at the beginning of each row and the head of each
 * column. Cells that are only about to be filled, with an edit that waits, tell nothing yet.
 */
export function lineMarks(
  tab: PageTab | undefined,
  entered: Entered,
  isWaiting: (place: Place) => boolean,
): readonly LineMark[] {
  if (tab === undefined) return [];
  return placesBeside(tab, entered)
    .filter((place) => !isWaiting(place))
    .map((place) => ({ ...place, seen: seenIn(tab.rows[place.row]?.[place.column]) }));
}
