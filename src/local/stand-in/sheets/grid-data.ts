import type { ConditionContext } from '../conditions/condition-test.ts';
import { conditionalLooks, ruleCount } from '../conditions/conditional-looks.ts';
import { hiddenByFilter } from '../conditions/hidden-rows.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../contract/json.ts';
import type { Box } from '../model/box.ts';
import { extentOf, getAt } from '../model/sparse-list.ts';
import type { CellData, DeveloperMetadata, Dimension, ExtendedValue, NumberFormat } from '../model/wire.ts';
import { localeOf, type Sheet, type Workbook } from '../model/workbook.ts';
import { formatValue } from '../values/format-value.ts';
import type { AnswerBudget } from './answer-budget.ts';
import { type SheetRange, usedCellCount } from './read-values.ts';

/** Sizes of lines that nobody sized (recorded for columns). */
const COLUMN_PIXELS = 100;
const ROW_PIXELS = 21;

/** GridData of one range: the used part of its rows and the metadata of all its lines. */
export function gridData(
  workbook: Workbook,
  { sheet, box }: SheetRange,
  { budget, today }: GridOptions,
): JsonObject {
  const cells = usedCellCount(sheet, box);
  budget.spend(box.bottom - box.top + box.right - box.left + cells);
  budget.spend(Math.ceil((cells * ruleCount(sheet)) / LOOKS_AN_ITEM));
  const context: ConditionContext = { workbook, locale: localeOf(workbook), today };
  const rowData = rowDataOf(sheet, box, context);
  const isFiltered = hiddenByFilter(sheet, context);
  return {
    ...(box.top === 0 ? {} : { startRow: box.top }),
    ...(box.left === 0 ? {} : { startColumn: box.left }),
    ...(rowData.length === 0 ? {} : { rowData }),
    ...some('rowMetadata', lines(workbook, sheet, 'ROWS', { from: box.top, to: box.bottom, isFiltered })),
    ...some(
      'columnMetadata',
      lines(workbook, sheet, 'COLUMNS', { from: box.left, to: box.right, isFiltered: () => false }),
    ),
  };
}

/** No lines, no list (measured by others for ranges without cells). */
function some(name: string, items: readonly JsonValue[]): JsonObject {
  return items.length === 0 ? {} : { [name]: items };
}

export interface GridOptions {
  readonly budget: AnswerBudget;
  /** As a serial number: conditions may ask for days before and after it. */
  readonly today: number;
}

/** So many rules are looked at for the price of one cell. */
const LOOKS_AN_ITEM = 20;

function rowDataOf(sheet: Sheet, box: Box, context: ConditionContext): readonly JsonObject[] {
  const shown = cellPainter(sheet, context);
  const bottom = Math.min(box.bottom, extentOf(sheet.rows));
  const rows: JsonObject[] = [];
  for (let row = box.top; row < bottom; row += 1) {
    const cells = (getAt(sheet.rows, row) ?? []).slice(box.left, box.right);
    const values = cells.map((cell, along) => (cell === undefined ? {} : shown(cell, row, box.left + along)));
    rows.push(values.length === 0 ? {} : { values });
  }
  return rows;
}

type Painter = (cell: CellData, row: number, column: number) => JsonObject;

function cellPainter(sheet: Sheet, context: ConditionContext): Painter {
  const { workbook, locale } = context;
  const base = effectiveBase(workbook);
  const looksAt = conditionalLooks(sheet, context);
  return (cell, row, column) => {
    const format = cell.userEnteredFormat ?? {};
    const effective = cell.effectiveValue ?? cell.userEnteredValue;
    const value = effective?.formulaValue === undefined ? effective : undefined;
    const { band, conditional } = looksAt(row, column, cell);
    const own = { ...base, ...alignmentOf(value), ...band, ...mergedFormat(base, format) };
    const effectiveFormat = { ...own, ...mergedFormat(own, conditional) };
    const { isSeeded: _given, ...shown } = cell;
    if (value === undefined) return { ...shown, effectiveFormat };
    const hyperlink = linkOf(format);
    const numberFormat = format['numberFormat'] as NumberFormat | undefined;
    return {
      ...shown,
      effectiveValue: value,
      formattedValue: formatValue(value, numberFormat, locale),
      ...(hyperlink === undefined ? {} : { hyperlink }),
      effectiveFormat,
    };
  };
}

/** The link of a whole cell; links of some of its letters stand in their runs. */
function linkOf({ textFormat }: JsonObject): JsonValue | undefined {
  const link = isJsonObject(textFormat) ? textFormat['link'] : undefined;
  return isJsonObject(link) ? link['uri'] : undefined;
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

interface LineSpan {
  readonly from: number;
  readonly to: number;
  readonly isFiltered: (line: number) => boolean;
}

function lines(
  workbook: Workbook,
  sheet: Sheet,
  dimension: Dimension,
  { from, to, isFiltered }: LineSpan,
): readonly JsonValue[] {
  const byRow = dimension === 'ROWS';
  const list = byRow ? sheet.rowMetadata : sheet.columnMetadata;
  const plain = { pixelSize: byRow ? ROW_PIXELS : COLUMN_PIXELS };
  const filtered = { hiddenByFilter: true, ...plain };
  const anchored = metadataByLine(workbook, sheet, dimension);
  return Array.from({ length: to - from }, (_, offset) => {
    const line = from + offset;
    const usual = isFiltered(line) ? filtered : plain;
    const own = getAt(list, line);
    const developerMetadata = anchored.get(line);
    if (own === undefined && developerMetadata === undefined) return usual;
    return { ...usual, ...own, ...(developerMetadata === undefined ? {} : { developerMetadata }) };
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
