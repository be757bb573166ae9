import { columnLetters } from '../domain/column-letters.ts';

/** A tab's title as it stands in a range; always quoted, since a bare `tab01` is read as a cell. */
function quoteTitle(title: string): string {
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
