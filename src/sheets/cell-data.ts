import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { ContentCell } from '../domain/content.ts';
import type { Cell } from '../domain/grid.ts';
import { cellFormat } from './cell-format.ts';

/** What a written cell replaces besides its look; notes, validation and protection stay. */
export const VALUE_FIELD = 'userEnteredValue';
export const FORMAT_FIELD = 'userEnteredFormat';

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

/** A cell's value as Google writes it; an empty value clears the cell because its field is named but absent. */
function valueData({ value }: ContentCell): sheets_v4.Schema$CellData {
  const userEnteredValue = typedValue(value);
  return userEnteredValue === undefined ? {} : { userEnteredValue };
}

function wholeData(cell: ContentCell): sheets_v4.Schema$CellData {
  const format = cellFormat(cell.style ?? {}, cell.link);
  return { ...valueData(cell), ...(Object.keys(format).length === 0 ? {} : { userEnteredFormat: format }) };
}

type Rows = readonly (readonly ContentCell[])[];

/** Rows of values alone; their looks go out as rectangles. */
export function valueRows(rows: Rows): sheets_v4.Schema$RowData[] {
  return rows.map((row) => ({ values: row.map(valueData) }));
}

/** Rows of values and looks together, for cells whose place is not known beforehand. */
export function wholeRows(rows: Rows): sheets_v4.Schema$RowData[] {
  return rows.map((row) => ({ values: row.map(wholeData) }));
}
