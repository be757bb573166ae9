import { type Cell, cellAt } from '../domain/grid.ts';
import type { Issue, IssueDetail, Location } from '../domain/issue.ts';
import { cellName } from './a1.ts';
import type { Reading } from './reading.ts';
import type { Columns, Table } from './table.ts';

/** Reads the cells of one row by column, and reports what must be corrected with its place. */
export interface RowReader<Name extends string> {
  /** The value of a cell that must not be empty; undefined when there is none, which is then reported. */
  required<T>(name: Name, read: (cell: Cell) => Reading<T>): T | undefined;
  /** The value of a cell that may be empty; undefined when there is none. */
  optional<T>(name: Name, read: (cell: Cell) => Reading<T>): T | undefined;
  cell(name: Name): Cell;
  locate(name: Name): Location;
  report(name: Name, detail: IssueDetail): void;
}

/** A reader of one row. A column that is missing was reported once, at the header, and is silent here. */
export function rowReader<Name extends string>(
  table: Table<Name>,
  definitions: Columns<Name>,
  row: number,
  issues: Issue[],
): RowReader<Name> {
  const locate = (name: Name): Location => ({
    tab: table.tab,
    cell: cellName(row, table.columns.get(name) ?? 0),
  });
  const report = (name: Name, detail: IssueDetail): void => {
    issues.push({ location: locate(name), ...detail });
  };
  const cell = (name: Name): Cell => {
    const column = table.columns.get(name);
    return column === undefined ? null : cellAt(table.grid, row, column);
  };
  const settle = <T>(name: Name, reading: Reading<T>): T | undefined => {
    if (reading.kind === 'refused') report(name, reading.detail);
    if (reading.kind !== 'value') return undefined;
    if (reading.remark !== undefined) report(name, reading.remark);
    return reading.value;
  };
  return {
    cell,
    locate,
    report,
    optional: (name, read) => settle(name, read(cell(name))),
    required: (name, read) => {
      const reading = read(cell(name));
      if (reading.kind === 'blank' && table.columns.has(name)) {
        report(name, { code: 'missing-value', header: definitions[name].header[table.language] });
      }
      return settle(name, reading);
    },
  };
}
