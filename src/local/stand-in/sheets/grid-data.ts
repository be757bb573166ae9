import type { JsonObject, JsonValue } from '../contract/json.ts';
import type { Box } from '../model/box.ts';
import { extentOf, getAt } from '../model/sparse-list.ts';
import type { CellData, DeveloperMetadata, Dimension, ExtendedValue, NumberFormat } from '../model/wire.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { formatValue } from '../values/format-value.ts';
import type { AnswerBudget } from './answer-budget.ts';
import { localeOf, type SheetRange, usedCellCount } from './read-values.ts';

/** Sizes of lines that nobody sized (recorded for columns). */
const COLUMN_PIXELS = 100;
const ROW_PIXELS = 21;

/** GridData of one range: the used part of its rows and the metadata of all its lines. */
export function gridData(workbook: Workbook, { sheet, box }: SheetRange, budget: AnswerBudget): JsonObject {
  budget.spend(box.bottom - box.top + box.right - box.left + usedCellCount(sheet, box));
  const rowData = rowDataOf(workbook, sheet, box);
  return {
    ...(box.top === 0 ? {} : { startRow: box.top }),
    ...(box.left === 0 ? {} : { startColumn: box.left }),
    ...(rowData.length === 0 ? {} : { rowData }),
    rowMetadata: lines(workbook, sheet, 'ROWS', box.top, box.bottom),
    columnMetadata: lines(workbook, sheet, 'COLUMNS', box.left, box.right),
  };
}

function rowDataOf(workbook: Workbook, sheet: Sheet, box: Box): readonly JsonObject[] {
  const shown = cellPainter(workbook);
  const bottom = Math.min(box.bottom, extentOf(sheet.rows));
  const rows: JsonObject[] = [];
  for (let row = box.top; row < bottom; row += 1) {
    const cells = (getAt(sheet.rows, row) ?? []).slice(box.left, box.right);
    const values = cells.map((cell) => (cell === undefined ? {} : shown(cell)));
    rows.push(values.length === 0 ? {} : { values });
  }
  return rows;
}

function cellPainter(workbook: Workbook): (cell: CellData) => JsonObject {
  const locale = localeOf(workbook);
  const base = effectiveBase(workbook);
  return (cell) => {
    const format = cell.userEnteredFormat ?? {};
    const effective = cell.effectiveValue ?? cell.userEnteredValue;
    const value = effective?.formulaValue === undefined ? effective : undefined;
    const effectiveFormat = { ...base, ...alignmentOf(value), ...mergedFormat(base, format) };
    if (value === undefined) return { ...cell, effectiveFormat };
    const numberFormat = format['numberFormat'] as NumberFormat | undefined;
    return {
      ...cell,
      effectiveValue: value,
      formattedValue: formatValue(value, numberFormat, locale),
      effectiveFormat,
    };
  };
}

/** The look of a cell that nobody formatted: the defaults, with the theme's font by its own name (recorded by grafana/google-sheets-datasource). */
function effectiveBase({ properties }: Workbook): JsonObject {
  const base = (properties['defaultFormat'] ?? {}) as JsonObject;
  const theme = (properties['spreadsheetTheme'] ?? {}) as JsonObject;
  const textFormat = {
    ...(base['textFormat'] as JsonObject),
    fontFamily: theme['primaryFontFamily'] ?? 'Arial',
  };
  return { ...base, textFormat, hyperlinkDisplayType: 'PLAIN_TEXT' };
}

/** Text stands left, numbers right (recorded there too), booleans and errors in the middle (general knowledge). */
function alignmentOf(value: ExtendedValue | undefined): JsonObject {
  if (value === undefined) return {};
  if (value.numberValue !== undefined) return { horizontalAlignment: 'RIGHT' };
  return { horizontalAlignment: value.stringValue === undefined ? 'CENTER' : 'LEFT' };
}

function mergedFormat(base: JsonObject, format: JsonObject): JsonObject {
  const text = format['textFormat'];
  if (text === undefined) return format;
  return { ...format, textFormat: { ...(base['textFormat'] as JsonObject), ...(text as JsonObject) } };
}

function lines(
  workbook: Workbook,
  sheet: Sheet,
  dimension: Dimension,
  from: number,
  to: number,
): readonly JsonValue[] {
  const byRow = dimension === 'ROWS';
  const list = byRow ? sheet.rowMetadata : sheet.columnMetadata;
  const plain = { pixelSize: byRow ? ROW_PIXELS : COLUMN_PIXELS };
  const anchored = metadataByLine(workbook, sheet, dimension);
  return Array.from({ length: to - from }, (_, offset) => {
    const own = getAt(list, from + offset);
    const developerMetadata = anchored.get(from + offset);
    if (own === undefined && developerMetadata === undefined) return plain;
    return { ...plain, ...own, ...(developerMetadata === undefined ? {} : { developerMetadata }) };
  });
}

function metadataByLine(
  workbook: Workbook,
  sheet: Sheet,
  dimension: Dimension,
): ReadonlyMap<number, readonly DeveloperMetadata[]> {
  const found = new Map<number, DeveloperMetadata[]>();
  for (const entry of workbook.developerMetadata) {
    const range = entry.location?.dimensionRange;
    if (range?.dimension !== dimension || (range.sheetId ?? 0) !== sheet.sheetId) continue;
    const line = range.startIndex ?? 0;
    found.set(line, [...(found.get(line) ?? []), entry]);
  }
  return found;
}
