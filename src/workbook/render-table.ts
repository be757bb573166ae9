import type { Content } from '../domain/content.ts';
import type { Cell } from '../domain/grid.ts';
import type { Language } from '../domain/language.ts';
import { type Columns, namesOf } from './table.ts';

/** A row to render: a value for every column. */
export type RowCells<Name extends string> = Readonly<Record<Name, Cell>>;

/**
 * A table with a header row, every column in the order of its definition: what is read back is what was written. It is
 * bare; looks, widths and drop-downs are the template's (template/dress-table.ts).
 */
export function renderTable<Name extends string>(
  columns: Columns<Name>,
  rows: readonly RowCells<Name>[],
  language: Language,
): Content {
  const names = namesOf(columns);
  const header = names.map((name) => ({ value: columns[name].header[language] }));
  const body = rows.map((row) => names.map((name) => ({ value: row[name] })));
  return { rows: [header, ...body], columnWidths: [], frozenRows: 1, frozenColumns: 0 };
}
