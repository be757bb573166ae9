import { parseFieldMask, selectFields, selects } from '../contract/field-mask.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../contract/json.ts';

function selectionOf(mask: string) {
  const parsed = parseFieldMask('sheets', 'Spreadsheet', mask);
  if (!parsed.ok) throw parsed.error;
  return parsed.selection;
}

/** Whether a mask asks for anything inside `sheets.data`. */
export function masksGridData(mask: string): boolean {
  return selects(selectionOf(mask), ['sheets', 'data']);
}

/** Whether a mask of a batchUpdate asks for cells of the updated spreadsheet. */
export function masksUpdatedCells(mask: string): boolean {
  const parsed = parseFieldMask('sheets', 'BatchUpdateSpreadsheetResponse', mask);
  return parsed.ok && selects(parsed.selection, ['updatedSpreadsheet', 'sheets', 'data']);
}

/** Under a mask, cells and rows that it leaves empty fall away at the end of their lists (recorded for notes). */
export function maskedView(body: JsonObject, mask: string | undefined): JsonObject {
  if (mask === undefined) return body;
  const masked = selectFields(selectionOf(mask), body) as JsonObject;
  const sheets = masked['sheets'];
  return Array.isArray(sheets) ? { ...masked, sheets: sheets.map(trimmedSheet) } : masked;
}

function trimmedSheet(sheet: JsonValue): JsonValue {
  if (!isJsonObject(sheet) || !Array.isArray(sheet['data'])) return sheet;
  return { ...sheet, data: sheet['data'].map(trimmedData) };
}

function trimmedData(data: JsonValue): JsonValue {
  if (!isJsonObject(data) || !Array.isArray(data['rowData'])) return data;
  const { rowData: _rows, ...rest } = data;
  const rows = trimmedList(data['rowData'].map(trimmedRow));
  return rows.length === 0 ? rest : { ...rest, rowData: rows };
}

function trimmedRow(row: JsonValue): JsonValue {
  if (!isJsonObject(row) || !Array.isArray(row['values'])) return row;
  const values = trimmedList(row['values']);
  return values.length === 0 ? {} : { ...row, values };
}

function trimmedList(items: readonly JsonValue[]): readonly JsonValue[] {
  const end = items.findLastIndex((item) => !isJsonObject(item) || Object.keys(item).length > 0) + 1;
  return items.slice(0, end);
}
