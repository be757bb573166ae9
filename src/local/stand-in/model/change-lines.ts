import type { JsonObject } from '../contract/json.ts';
import { followLines } from '../formulas/follow-references.ts';
import { type AnchorChanges, mapAnchors, mapAnchorsKept } from './anchors.ts';
import { changedFilter } from './filter-columns.ts';
import { changedLine, liesInStrip, type SpanChange, type Strip } from './span-change.ts';
import { withMovedColumns } from './table-columns.ts';
import type { DeveloperMetadata, Dimension, DimensionGroup, DimensionRange, GridRange } from './wire.ts';
import { type Attachments, type Sheet, titleOf, type Workbook, withAttachments } from './workbook.ts';

/** Lines of one sheet that have come, gone or moved. The cells have been moved already. */
export interface ChangedLines {
  readonly sheet: Sheet;
  readonly dimension: Dimension;
  readonly change: SpanChange;
  /** Where cells moved within a strip of the sheet, and no whole lines: which columns of the rows, or rows of the columns. */
  readonly strip?: Strip;
}

/** Everything that names cells of the sheet goes on naming the same ones: ranges, rules, charts of any tab, metadata, formulas. */
export function withChangedLines(workbook: Workbook, lines: ChangedLines): Workbook {
  const anchors = anchorChanges(lines);
  const followed: Workbook = {
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      sheet.sheetId === lines.sheet.sheetId
        ? withMovedTables(sheet, lines, anchors)
        : withChartsChanged(sheet, anchors),
    ),
    namedRanges: mapAll('NamedRange', workbook.namedRanges, anchors),
    developerMetadata: workbook.developerMetadata.flatMap((entry) => changedMetadata(entry, lines)),
  };
  const { dimension, change, strip } = lines;
  return followLines(followed, { title: titleOf(lines.sheet), dimension, change, strip });
}

function anchorChanges(lines: ChangedLines): AnchorChanges {
  const { sheet, dimension, change, strip } = lines;
  const isHere = (sheetId: number | undefined): boolean => (sheetId ?? 0) === sheet.sheetId;
  const byRow = dimension === 'ROWS';
  const followed: AnchorChanges['GridRange'] = (range) =>
    isHere(range.sheetId) && isMoved(range, lines) ? changedRange(range, byRow, change) : range;
  // Lines stay where they are, and so does what floats over the cells.
  if (strip !== undefined)
    return { GridRange: followed, GridCoordinate: (cell) => cell, DimensionRange: (range) => range };
  return {
    GridRange: followed,
    GridCoordinate: (cell) => {
      const part = byRow ? 'rowIndex' : 'columnIndex';
      return isHere(cell.sheetId) && cell[part] !== undefined
        ? { ...cell, [part]: changedLine(change, cell[part]) }
        : cell;
    },
    DimensionRange: (range) =>
      isHere(range.sheetId) && range.dimension === dimension
        ? changedBounds(range, 'startIndex', 'endIndex', change)
        : range,
  };
}

/** What reaches over the strip's sides stays: its cells have not all moved. */
function isMoved(range: GridRange, { dimension, strip }: ChangedLines): boolean {
  if (strip === undefined) return true;
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  return dimension === 'ROWS'
    ? liesInStrip(strip, startColumnIndex, endColumnIndex)
    : liesInStrip(strip, startRowIndex, endRowIndex);
}

function changedRange(range: GridRange, byRow: boolean, change: SpanChange): GridRange | undefined {
  return byRow
    ? changedBounds(range, 'startRowIndex', 'endRowIndex', change)
    : changedBounds(range, 'startColumnIndex', 'endColumnIndex', change);
}

function changedBounds<Bounds extends { readonly [name: string]: unknown }>(
  range: Bounds,
  startName: string & keyof Bounds,
  endName: string & keyof Bounds,
  change: SpanChange,
): Bounds | undefined {
  const start = range[startName];
  const end = range[endName];
  const span = change(
    typeof start === 'number' ? start : 0,
    typeof end === 'number' ? end : Number.POSITIVE_INFINITY,
  );
  if (span === undefined) return undefined;
  const isSame = (start === undefined || start === span[0]) && (end === undefined || end === span[1]);
  if (isSame) return range;
  return {
    ...range,
    ...(typeof start === 'number' ? { [startName]: span[0] } : {}),
    ...(typeof end === 'number' ? { [endName]: span[1] } : {}),
  };
}

/** The same list where nothing in it changed, so that it is not written again. */
function mapAll<T extends JsonObject>(
  schema: string,
  items: readonly T[],
  anchors: AnchorChanges,
): readonly T[] {
  const kept = items
    .map((item) => mapAnchors(schema, item, anchors))
    .filter((item): item is T => item !== undefined);
  return isSameList(kept, items) ? items : kept;
}

function isSameList<T>(now: readonly T[], before: readonly T[]): boolean {
  return now.length === before.length && now.every((item, index) => item === before[index]);
}

function withChartsChanged(sheet: Sheet, anchors: AnchorChanges): Sheet {
  const charts = changedCharts(sheet.attachments.charts, anchors);
  return charts === sheet.attachments.charts ? sheet : withAttachments(sheet, { charts });
}

function changedCharts(charts: readonly JsonObject[], anchors: AnchorChanges): readonly JsonObject[] {
  const changed = charts.map((chart) => mapAnchorsKept('EmbeddedChart', chart, anchors));
  return isSameList(changed, charts) ? charts : changed;
}

/** Tables follow as ranges do, and the types of their columns follow the columns. */
function withMovedTables(sheet: Sheet, lines: ChangedLines, anchors: AnchorChanges): Sheet {
  const attachments = changedAttachments(sheet.attachments, lines, anchors);
  if (lines.dimension === 'COLUMNS') {
    const moved = (table: JsonObject): JsonObject | undefined => mapAnchors('Table', table, anchors);
    return withMovedColumns(withAttachments(sheet, attachments), moved, lines.change);
  }
  const tables = mapAll('Table', sheet.attachments.tables, anchors);
  return withAttachments(sheet, { ...attachments, tables });
}

function changedAttachments(
  attachments: Attachments,
  lines: ChangedLines,
  anchors: AnchorChanges,
): Omit<Attachments, 'tables'> {
  const filters = <T extends JsonObject>(schema: string, items: readonly T[]): readonly T[] => {
    const moved = items.map((filter) => movedFilter(filter, lines));
    return mapAll(schema, isSameList(moved, items) ? items : moved, anchors);
  };
  const merges = mapAll('GridRange', attachments.merges, anchors);
  return {
    merges: merges.some(isOneCell) ? merges.filter((merge) => !isOneCell(merge)) : merges,
    conditionalFormats: mapAll('ConditionalFormatRule', attachments.conditionalFormats, anchors),
    protectedRanges: mapAll('ProtectedRange', attachments.protectedRanges, anchors),
    basicFilter: filters('BasicFilter', attachments.basicFilter),
    filterViews: filters('FilterView', attachments.filterViews),
    bandedRanges: mapAll('BandedRange', attachments.bandedRanges, anchors),
    charts: changedCharts(attachments.charts, anchors),
    slicers: attachments.slicers.map((slicer) => mapAnchorsKept('Slicer', slicer, anchors)),
    rowGroups: mapAll<DimensionGroup>('DimensionGroup', attachments.rowGroups, anchors),
    columnGroups: mapAll<DimensionGroup>('DimensionGroup', attachments.columnGroups, anchors),
  };
}

function movedFilter<T extends JsonObject>(filter: T, lines: ChangedLines): T {
  const { range } = filter as { readonly range?: GridRange };
  return lines.dimension === 'COLUMNS' && isMoved(range ?? {}, lines)
    ? changedFilter(filter, lines.change)
    : filter;
}

function isOneCell(merge: GridRange): boolean {
  const { startRowIndex = 0, endRowIndex = 0, startColumnIndex = 0, endColumnIndex = 0 } = merge;
  return endRowIndex - startRowIndex === 1 && endColumnIndex - startColumnIndex === 1;
}

/** Metadata of a line goes where the line goes, and with it when it is deleted. */
function changedMetadata(
  entry: DeveloperMetadata,
  { sheet, dimension, change, strip }: ChangedLines,
): readonly DeveloperMetadata[] {
  if (strip !== undefined) return [entry];
  const range = entry.location?.dimensionRange;
  if (range === undefined || (range.sheetId ?? 0) !== sheet.sheetId || range.dimension !== dimension)
    return [entry];
  const dimensionRange: DimensionRange | undefined = changedBounds(range, 'startIndex', 'endIndex', change);
  if (dimensionRange === undefined) return [];
  return dimensionRange === range ? [entry] : [{ ...entry, location: { ...entry.location, dimensionRange } }];
}
