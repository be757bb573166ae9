import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { ContentCell } from '../domain/content.ts';
import type { Cell } from '../domain/grid.ts';
import { cellFormat } from './cell-format.ts';

/** What one written cell replaces: its value and its look; notes, validation and protection stay. */
export const WRITTEN_FIELDS = 'userEnteredValue,userEnteredFormat';

/**
 * A value with its type stated. There is no way here to make a formula: text that begins with = + - or @
 * goes out as `stringValue`, which Google stores as text whatever it looks like.
 */
function typedValue(value: Cell): sheets_v4.Schema$ExtendedValue | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'string') return { stringValue: value };
  if (!Number.isFinite(value)) throw new Error(`not a number that a cell can hold: ${value}`);
  return { numberValue: value };
}

/** A cell as Google writes it; an empty value clears the cell because its field is named but absent. */
function cellData(cell: ContentCell): sheets_v4.Schema$CellData {
  const userEnteredValue = typedValue(cell.value);
  const userEnteredFormat = cell.style === undefined ? {} : cellFormat(cell.style);
  return {
    ...(userEnteredValue === undefined ? {} : { userEnteredValue }),
    ...(Object.keys(userEnteredFormat).length === 0 ? {} : { userEnteredFormat }),
  };
}

export function rowData(rows: readonly (readonly ContentCell[])[]): sheets_v4.Schema$RowData[] {
  return rows.map((row) => ({ values: row.map(cellData) }));
}
