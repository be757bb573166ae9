import { columnLetters } from '../domain/column-letters.ts';
import type { DescribedRange } from '../domain/file-description.ts';

/**
 * A tab's title as it stands in a range; always quoted, since a bare `tab01` is read as a cell. Alone it names all cells
 * of the tab, however many it has by the time it is read.
 */
export function quoteTitle(title: string): string {
  return `'${title.replaceAll("'", "''")}'`;
}

/** Rows `from` up to and without `to`, 0-based, across the first columns of a tab. */
export function rowsOfTab(title: string, from: number, to: number, columnCount: number): string {
  return `${quoteTitle(title)}!A${from + 1}:${columnLetters(columnCount - 1)}${to}`;
}

/** A column of a tab from a 0-based row on downwards, wherever the range is read: 'Units'!$A$2:$A. */
export function columnOfTab(title: string, column: number, fromRow: number): string {
  const letters = columnLetters(column);
  return `${quoteTitle(title)}!$${letters}$${fromRow + 1}:$${letters}`;
}

interface Size {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** A rectangle within its tab, such as B2:D10, B:D for whole columns, 3:7 for whole rows; undefined for a whole tab. */
export function addressOf(range: Omit<DescribedRange, 'sheetId'>, size: Size): string | undefined {
  const { top = 0, left = 0, bottom = size.rowCount, right = size.columnCount } = range;
  const hasRows = range.top !== undefined || range.bottom !== undefined;
  const hasColumns = range.left !== undefined || range.right !== undefined;
  const corner = (column: number, row: number) =>
    `${hasColumns ? columnLetters(column) : ''}${hasRows ? row + 1 : ''}`;
  const [first, last] = [corner(left, top), corner(right - 1, bottom - 1)];
  if (first === '') return undefined;
  return first === last && hasRows && hasColumns ? first : `${first}:${last}`;
}
