import type { JsonObject } from '../contract/json.ts';
import type { SparseList } from './sparse-list.ts';
import type {
  CellData,
  DeveloperMetadata,
  DimensionGroup,
  GridRange,
  NamedRange,
  ProtectedRange,
  SheetProperties,
} from './wire.ts';

/** One row, dense up to its last used column. */
export type Row = readonly (CellData | undefined)[];

/** What hangs on a sheet beside its cells, each kept in its wire form. */
export interface Attachments {
  readonly merges: readonly GridRange[];
  readonly conditionalFormats: readonly JsonObject[];
  readonly protectedRanges: readonly ProtectedRange[];
  readonly basicFilter: readonly JsonObject[];
  readonly filterViews: readonly JsonObject[];
  readonly bandedRanges: readonly JsonObject[];
  readonly charts: readonly JsonObject[];
  readonly slicers: readonly JsonObject[];
  readonly tables: readonly JsonObject[];
  readonly rowGroups: readonly DimensionGroup[];
  readonly columnGroups: readonly DimensionGroup[];
}

export interface Sheet {
  readonly sheetId: number;
  /** Without `index`: a sheet's index is its place in the workbook. */
  readonly properties: SheetProperties;
  readonly rows: SparseList<Row>;
  readonly rowMetadata: SparseList<JsonObject>;
  readonly columnMetadata: SparseList<JsonObject>;
  readonly attachments: Attachments;
}

/** A whole spreadsheet as one immutable value: a refused batch is undone by keeping the old one. */
export interface Workbook {
  readonly spreadsheetId: string;
  readonly properties: JsonObject;
  readonly sheets: readonly Sheet[];
  readonly namedRanges: readonly NamedRange[];
  readonly developerMetadata: readonly DeveloperMetadata[];
}

export const NO_ATTACHMENTS: Attachments = {
  merges: [],
  conditionalFormats: [],
  protectedRanges: [],
  basicFilter: [],
  filterViews: [],
  bandedRanges: [],
  charts: [],
  slicers: [],
  tables: [],
  rowGroups: [],
  columnGroups: [],
};

export function sheetIndexOf(workbook: Workbook, sheetId: number): number {
  return workbook.sheets.findIndex((sheet) => sheet.sheetId === sheetId);
}

export function findSheet(workbook: Workbook, sheetId: number): Sheet | undefined {
  return workbook.sheets.find((sheet) => sheet.sheetId === sheetId);
}

export function withSheet(workbook: Workbook, changed: Sheet): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => (sheet.sheetId === changed.sheetId ? changed : sheet)),
  };
}

export function withAttachments(sheet: Sheet, attachments: Partial<Attachments>): Sheet {
  return { ...sheet, attachments: { ...sheet.attachments, ...attachments } };
}

/** A tab that holds one chart and no cells. */
export function isObjectSheet(sheet: Sheet): boolean {
  return sheet.properties.sheetType === 'OBJECT';
}

export function rowCountOf(sheet: Sheet): number {
  return sheet.properties.gridProperties?.rowCount ?? 0;
}

export function columnCountOf(sheet: Sheet): number {
  return sheet.properties.gridProperties?.columnCount ?? 0;
}

export function titleOf(sheet: Sheet): string {
  return sheet.properties.title ?? '';
}

export function localeOf(workbook: Workbook): string {
  const locale = workbook.properties['locale'];
  return typeof locale === 'string' ? locale : 'en_US';
}
