import type { JsonObject } from '../contract/json.ts';
import { trimmedRow } from './edit-cells.ts';
import { mapGridRanges } from './grid-ranges.ts';
import { entriesOf, spliced, withEdits } from './sparse-list.ts';
import type { DeveloperMetadata, Dimension, DimensionGroup, GridRange } from './wire.ts';
import {
  type Attachments,
  columnCountOf,
  type Row,
  rowCountOf,
  type Sheet,
  type Workbook,
  withSheet,
} from './workbook.ts';

/** `removed` rows or columns go at `start`, `added` empty ones come in their place. */
export interface Splice {
  readonly sheetId: number;
  readonly dimension: Dimension;
  readonly start: number;
  readonly removed: number;
  readonly added: number;
}

/** Takes out or puts in rows or columns and moves along everything that is anchored to the sheet's cells. */
export function spliceDimension(workbook: Workbook, sheet: Sheet, splice: Splice): Workbook {
  const byRow = splice.dimension === 'ROWS';
  const grid = sheet.properties.gridProperties;
  const growth = splice.added - splice.removed;
  const gridProperties = byRow
    ? { ...grid, rowCount: rowCountOf(sheet) + growth }
    : { ...grid, columnCount: columnCountOf(sheet) + growth };
  const { start, removed, added } = splice;
  const changed: Sheet = {
    ...sheet,
    properties: { ...sheet.properties, gridProperties },
    rows: byRow ? spliced(sheet.rows, start, removed, added) : spliceColumns(sheet, splice),
    rowMetadata: byRow ? spliced(sheet.rowMetadata, start, removed, added) : sheet.rowMetadata,
    columnMetadata: byRow ? sheet.columnMetadata : spliced(sheet.columnMetadata, start, removed, added),
    attachments: spliceAttachments(sheet.attachments, splice),
  };
  return {
    ...withSheet(workbook, changed),
    namedRanges: spliceAll(workbook.namedRanges, splice),
    developerMetadata: workbook.developerMetadata.flatMap((entry) => spliceMetadata(entry, splice)),
  };
}

function spliceColumns(sheet: Sheet, { start, removed, added }: Splice): Sheet['rows'] {
  const edits: [number, Row | undefined][] = [];
  for (const [index, row] of entriesOf(sheet.rows)) {
    if (row.length <= start) continue;
    const gap = Array.from({ length: added }, () => undefined);
    edits.push([index, trimmedRow([...row.slice(0, start), ...gap, ...row.slice(start + removed)])]);
  }
  return withEdits(sheet.rows, edits);
}

function spliceAttachments(attachments: Attachments, splice: Splice): Attachments {
  const ranged = <T extends JsonObject>(items: readonly T[]): readonly T[] => spliceAll(items, splice);
  return {
    merges: ranged(attachments.merges).filter((merge) => !isOneCell(merge)),
    conditionalFormats: ranged(attachments.conditionalFormats),
    protectedRanges: ranged(attachments.protectedRanges),
    basicFilter: ranged(attachments.basicFilter),
    filterViews: ranged(attachments.filterViews),
    bandedRanges: ranged(attachments.bandedRanges),
    charts: attachments.charts.map(
      (chart) => mapGridRanges(chart, (range) => spliceRange(range, splice)) ?? chart,
    ),
    slicers: ranged(attachments.slicers),
    tables: ranged(attachments.tables),
    rowGroups:
      splice.dimension === 'ROWS' ? spliceGroups(attachments.rowGroups, splice) : attachments.rowGroups,
    columnGroups:
      splice.dimension === 'COLUMNS'
        ? spliceGroups(attachments.columnGroups, splice)
        : attachments.columnGroups,
  };
}

function spliceAll<T extends JsonObject>(items: readonly T[], splice: Splice): readonly T[] {
  return items
    .map((item) => mapGridRanges(item, (range) => spliceRange(range, splice)))
    .filter((item): item is T => item !== undefined);
}

function isOneCell(merge: GridRange): boolean {
  const { startRowIndex = 0, endRowIndex = 0, startColumnIndex = 0, endColumnIndex = 0 } = merge;
  return endRowIndex - startRowIndex === 1 && endColumnIndex - startColumnIndex === 1;
}

function spliceRange(range: GridRange, splice: Splice): GridRange | undefined {
  if ((range.sheetId ?? 0) !== splice.sheetId) return range;
  return splice.dimension === 'ROWS'
    ? spliceBounds(range, 'startRowIndex', 'endRowIndex', splice)
    : spliceBounds(range, 'startColumnIndex', 'endColumnIndex', splice);
}

function spliceBounds<Bounds extends { readonly [name: string]: unknown }>(
  range: Bounds,
  startName: string & keyof Bounds,
  endName: string & keyof Bounds,
  splice: Splice,
): Bounds | undefined {
  const start = range[startName];
  const end = range[endName];
  const from = typeof start === 'number' ? start : 0;
  const to = typeof end === 'number' ? end : Number.POSITIVE_INFINITY;
  const span = spliceSpan(from, to, splice);
  if (span === undefined) return undefined;
  return {
    ...range,
    ...(typeof start === 'number' ? { [startName]: span[0] } : {}),
    ...(typeof end === 'number' ? { [endName]: span[1] } : {}),
  };
}

/** Rows put in at a span's first row push it down; rows put in inside it widen it; a span that lost every row is gone. */
function spliceSpan(
  from: number,
  to: number,
  { start, removed, added }: Splice,
): readonly [number, number] | undefined {
  if (removed === 0) {
    return [from >= start ? from + added : from, to > start ? to + added : to];
  }
  const moved = (edge: number): number => (edge <= start ? edge : Math.max(start, edge - removed));
  const span = [moved(from), moved(to)] as const;
  return span[0] < span[1] || from === to ? span : undefined;
}

function spliceGroups(groups: readonly DimensionGroup[], splice: Splice): readonly DimensionGroup[] {
  return groups.flatMap((group) => {
    const range = spliceBounds(group.range ?? {}, 'startIndex', 'endIndex', splice);
    return range === undefined ? [] : [{ ...group, range }];
  });
}

function spliceMetadata(entry: DeveloperMetadata, splice: Splice): readonly DeveloperMetadata[] {
  const range = entry.location?.dimensionRange;
  if (
    range === undefined ||
    (range.sheetId ?? 0) !== splice.sheetId ||
    range.dimension !== splice.dimension
  ) {
    return [entry];
  }
  const moved = spliceBounds(range, 'startIndex', 'endIndex', splice);
  return moved === undefined ? [] : [{ ...entry, location: { ...entry.location, dimensionRange: moved } }];
}
