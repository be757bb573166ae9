import { sheetOf } from '../model/box.ts';
import { mergeByMask } from '../model/masked-merge.ts';
import { assertSheetOpen } from '../model/protection.ts';
import type { Dimension, DimensionGroup, DimensionRange } from '../model/wire.ts';
import {
  columnCountOf,
  rowCountOf,
  type Sheet,
  type Workbook,
  withAttachments,
  withSheet,
} from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';
import { maskOf } from './update-mask.ts';

interface Span {
  readonly sheet: Sheet;
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
}

function spanOf(workbook: Workbook, range: DimensionRange): Span {
  const { dimension, startIndex: start = 0, endIndex: end = 0 } = range;
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS')
    throw new Refusal('range.dimension must be specified.');
  if (start < 0) throw new Refusal('range.startIndex must be >= 0');
  if (end <= start)
    throw new Refusal(`range.endIndex[${end}] must be greater than range.startIndex[${start}]`);
  const sheet = sheetOf(workbook, range.sheetId);
  const size = dimension === 'ROWS' ? rowCountOf(sheet) : columnCountOf(sheet);
  if (start >= size) throw new Refusal(`range.startIndex[${start}] is beyond the grid of ${size} lines.`);
  return { sheet, dimension, start, end: Math.min(end, size) };
}

/** How many groups lie over each line: the form in which adding and removing are plain sums. */
function depthsOf({ sheet, dimension, end }: Span): number[] {
  const groups = groupsOf(sheet, dimension);
  const last = groups.reduce((most, { range }) => Math.max(most, range?.endIndex ?? 0), end);
  const depths = Array.from({ length: last }, () => 0);
  for (const { range, depth = 0 } of groups) {
    for (let line = range?.startIndex ?? 0; line < (range?.endIndex ?? 0); line += 1) {
      depths[line] = Math.max(depths[line] ?? 0, depth);
    }
  }
  return depths;
}

function groupsOf(sheet: Sheet, dimension: Dimension): readonly DimensionGroup[] {
  return dimension === 'ROWS' ? sheet.attachments.rowGroups : sheet.attachments.columnGroups;
}

/** Every run of lines at least that deep is one group of that depth. */
function groupsFrom(span: Span, depths: readonly number[]): readonly DimensionGroup[] {
  const deepest = depths.reduce((most, depth) => Math.max(most, depth), 0);
  const levels = Array.from({ length: deepest }, (_, level) => level + 1);
  return levels.flatMap((depth) => runsAt(depths, depth).map((run) => groupOf(span, run, depth)));
}

interface Run {
  readonly start: number;
  readonly end: number;
}

function runsAt(depths: readonly number[], depth: number): readonly Run[] {
  const deep = depths.map((one) => one >= depth);
  const starts = deep.flatMap((inside, line) => (inside && deep[line - 1] !== true ? [line] : []));
  return starts.map((start) => {
    const end = deep.indexOf(false, start);
    return { start, end: end < 0 ? deep.length : end };
  });
}

function groupOf({ sheet, dimension }: Span, { start, end }: Run, depth: number): DimensionGroup {
  const place = sheet.sheetId === 0 ? {} : { sheetId: sheet.sheetId };
  const range = { ...place, dimension, startIndex: start, endIndex: end };
  const known = groupsOf(sheet, dimension).find(
    (group) => group.depth === depth && group.range?.startIndex === start,
  );
  return { range, depth, ...(known?.collapsed === true ? { collapsed: true } : {}) };
}

function withGroups(
  workbook: Workbook,
  { sheet, dimension }: Span,
  groups: readonly DimensionGroup[],
): Workbook {
  const attached = withAttachments(
    sheet,
    dimension === 'ROWS' ? { rowGroups: groups } : { columnGroups: groups },
  );
  // The first group of a sheet switches its control button on, and it stays on (recorded).
  const control = dimension === 'ROWS' ? { rowGroupControlAfter: true } : { columnGroupControlAfter: true };
  const gridProperties = { ...sheet.properties.gridProperties, ...control };
  return withSheet(workbook, { ...attached, properties: { ...sheet.properties, gridProperties } });
}

/** Google's limit (general knowledge; the wording is ours). */
const DEEPEST_GROUP = 8;

function addDimensionGroup(
  workbook: Workbook,
  { range = {} }: { readonly range?: DimensionRange },
  context: BatchContext,
): Applied {
  const span = spanOf(workbook, range);
  assertSheetOpen(span.sheet, context.editor);
  const depths = depthsOf(span).map((depth, line) =>
    line >= span.start && line < span.end ? depth + 1 : depth,
  );
  if (depths.some((depth) => depth > DEEPEST_GROUP))
    throw new Refusal(`Groups may be nested at most ${DEEPEST_GROUP} deep.`);
  const dimensionGroups = groupsFrom(span, depths);
  return { workbook: withGroups(workbook, span, dimensionGroups), reply: { dimensionGroups } };
}

function deleteDimensionGroup(
  workbook: Workbook,
  { range = {} }: { readonly range?: DimensionRange },
  context: BatchContext,
): Applied {
  const span = spanOf(workbook, range);
  assertSheetOpen(span.sheet, context.editor);
  const before = depthsOf(span);
  if (!before.slice(span.start, span.end).some((depth) => depth > 0)) {
    throw new Refusal('There is no group to delete on the given range.');
  }
  const depths = before.map((depth, line) =>
    line >= span.start && line < span.end ? Math.max(0, depth - 1) : depth,
  );
  const dimensionGroups = groupsFrom(span, depths);
  return {
    workbook: withGroups(workbook, span, dimensionGroups),
    reply: dimensionGroups.length === 0 ? {} : { dimensionGroups },
  };
}

function updateDimensionGroup(
  workbook: Workbook,
  { dimensionGroup = {}, fields }: { readonly dimensionGroup?: DimensionGroup; readonly fields?: string },
  context: BatchContext,
): Applied {
  const paths = maskOf('DimensionGroup', fields);
  const span = spanOf(workbook, dimensionGroup.range ?? {});
  assertSheetOpen(span.sheet, context.editor);
  const groups = groupsOf(span.sheet, span.dimension);
  const before = groups.find(
    ({ range, depth }) =>
      range?.startIndex === span.start &&
      range.endIndex === span.end &&
      depth === (dimensionGroup.depth ?? 1),
  );
  if (before === undefined) throw new Refusal('There is no group on the given range and depth.');
  const merged = mergeByMask(before, dimensionGroup, paths) as DimensionGroup;
  const { collapsed, ...rest } = { ...merged, range: before.range ?? {}, depth: before.depth ?? 1 };
  const kept = collapsed === true ? { ...rest, collapsed } : rest;
  return {
    workbook: withGroups(
      workbook,
      span,
      groups.map((group) => (group === before ? kept : group)),
    ),
  };
}

export const dimensionGroupRequests: RequestFamily = {
  addDimensionGroup: handler(addDimensionGroup),
  deleteDimensionGroup: handler(deleteDimensionGroup),
  updateDimensionGroup: handler(updateDimensionGroup),
};
