import type { CellStyle } from '../domain/cell-style.ts';
import type { Content, ContentCell } from '../domain/content.ts';
import type { Cell } from '../domain/grid.ts';
import type { Language } from '../domain/language.ts';
import { BODY_STYLE, CODE_STYLE, HEADER_STYLE, POINTS_STYLE } from './cell-styles.ts';
import { type ColumnDefinition, type Columns, namesOf } from './table.ts';

/** A row to render: a value for every column. */
export type RowCells<Name extends string> = Readonly<Record<Name, Cell>>;

/** A table with a frozen header row: what is read back is what was written. */
export function renderTable<Name extends string>(
  columns: Columns<Name>,
  rows: readonly RowCells<Name>[],
  language: Language,
): Content {
  const names = namesOf(columns);
  const header = names.map((name) => ({ value: columns[name].header[language], style: HEADER_STYLE }));
  const body = rows.map((row) => names.map((name) => bodyCell(row[name], columns[name])));
  return {
    rows: [header, ...body],
    columnWidths: names.map((name) => columns[name].width),
    frozenRows: 1,
    frozenColumns: 0,
  };
}

function bodyCell(value: Cell, column: ColumnDefinition): ContentCell {
  return { value, style: styleOf(value, column) };
}

function styleOf(value: Cell, column: ColumnDefinition): CellStyle {
  if (column.asText === true) return CODE_STYLE;
  return typeof value === 'number' ? POINTS_STYLE : BODY_STYLE;
}
