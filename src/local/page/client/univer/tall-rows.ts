import type { Look } from '../../model/look.ts';
import type { PageCell, PageRows } from '../../model/page-workbook.ts';

type Looks = Readonly<Record<string, Look>>;

/** In points: what a row holds that nobody sized. */
const USUAL_SIZE = 10;

/** Whether a cell may need more room than a row has that nobody sized: its text wraps, or is large. */
export function isTall(cell: PageCell | null, looks: Looks): boolean {
  const { wrap, fontSize = USUAL_SIZE } = looks[cell?.look ?? ''] ?? {};
  const isFilled = cell?.value !== undefined;
  return isFilled && ((wrap === 'wrap' && typeof cell.value === 'string') || fontSize > USUAL_SIZE);
}

/** Rows that nobody sized and that need room for their text. */
export function tallRows(
  { rows, rowHeights }: { readonly rows: PageRows; readonly rowHeights: Readonly<Record<number, number>> },
  looks: Looks,
): readonly number[] {
  return rows.flatMap((cells, row) =>
    rowHeights[row] === undefined && cells.some((cell) => isTall(cell, looks)) ? [row] : [],
  );
}
