import { backgroundOf, foregroundOf, wantedColor } from '../conditions/cell-color.ts';
import type { JsonObject } from '../contract/json.ts';
import { type Box, boxOf, intersection, sheetOf } from '../model/box.ts';
import { cellOrder } from '../model/cell-order.ts';
import { normalizeColors } from '../model/color.ts';
import { cellAt } from '../model/edit-cells.ts';
import { withSortedRows } from '../model/move-cells.ts';
import { assertEditable } from '../model/protection.ts';
import { extentOf } from '../model/sparse-list.ts';
import type { CellData, GridRange } from '../model/wire.ts';
import { localeOf, type Sheet, type Workbook, withSheet } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';

type SortSpec = JsonObject & {
  /** A column of the sheet, not of the range (recorded). */
  readonly dimensionIndex?: number;
  readonly sortOrder?: 'ASCENDING' | 'DESCENDING';
};

function sortRange(
  workbook: Workbook,
  { range = {}, sortSpecs = [] }: { readonly range?: GridRange; readonly sortSpecs?: readonly SortSpec[] },
  context: BatchContext,
): Applied {
  const { sheet, box } = sortable(workbook, range, context);
  if (sortSpecs.length === 0) throw new Refusal('At least one sort spec must be specified.');
  const rules = sortSpecs.map((spec) => ruleOf(spec, localeOf(workbook)));
  const order = rowsOf(box).toSorted((a, b) => {
    for (const { column, compare } of rules) {
      const decided = compare(cellAt(sheet, a, column), cellAt(sheet, b, column));
      if (decided !== 0) return decided;
    }
    return a - b;
  });
  return { workbook: reordered(workbook, sheet, box, order) };
}

interface SortRule {
  readonly column: number;
  readonly compare: (a: CellData | undefined, b: CellData | undefined) => number;
}

/** By value, or else the cells of one colour come first [D]. */
function ruleOf(spec: SortSpec, locale: string): SortRule {
  const { dimensionIndex: column = 0, sortOrder, ...colors } = spec;
  const { backgroundColorStyle, foregroundColorStyle } = normalizeColors(colors);
  const [background, foreground] = [wantedColor(backgroundColorStyle), wantedColor(foregroundColorStyle)];
  if (background !== undefined && foreground !== undefined)
    throw new Refusal('A sort spec takes a background or a foreground color, not both.');
  const wanted = background ?? foreground;
  if (wanted === undefined) {
    const { compare } = cellOrder(locale);
    return { column, compare: (a, b) => compare(a, b, sortOrder === 'DESCENDING') };
  }
  const colorOf = background === undefined ? foregroundOf : backgroundOf;
  const place = (cell: CellData | undefined): number => (colorOf(cell) === wanted ? 0 : 1);
  return { column, compare: (a, b) => place(a) - place(b) };
}

function randomizeRange(
  workbook: Workbook,
  { range = {} }: { readonly range?: GridRange },
  context: BatchContext,
): Applied {
  const { sheet, box } = sortable(workbook, range, context);
  const keyed = rowsOf(box).map((row) => ({ row, key: context.newId() }));
  const order = keyed.toSorted((a, b) => a.key - b.key).map(({ row }) => row);
  return { workbook: reordered(workbook, sheet, box, order) };
}

function sortable(workbook: Workbook, range: GridRange, context: BatchContext): { sheet: Sheet; box: Box } {
  const asked = boxOf(workbook, range);
  const sheet = sheetOf(workbook, range.sheetId);
  assertEditable(workbook, sheet, asked, context.editor);
  const vertical = sheet.attachments.merges.some((merge) => {
    const merged = boxOf(workbook, merge);
    return merged.bottom - merged.top > 1 && intersection(merged, asked) !== undefined;
  });
  if (vertical) throw new Refusal("You can't sort a range with vertical merges.");
  // Empty rows sort last, so those below the last used one may stay where they are.
  return {
    sheet,
    box: { ...asked, bottom: Math.max(asked.top, Math.min(asked.bottom, extentOf(sheet.rows))) },
  };
}

function rowsOf({ top, bottom }: Box): readonly number[] {
  return Array.from({ length: bottom - top }, (_, down) => top + down);
}

/** Row metadata goes along with its row (measured by others: docs/unverified.md row 21). */
function reordered(workbook: Workbook, sheet: Sheet, box: Box, order: readonly number[]): Workbook {
  const places = new Map(order.map((from, down) => [from, box.top + down]));
  const moved = withSheet(workbook, withSortedRows(sheet, box, order));
  const developerMetadata = workbook.developerMetadata.map((entry) => {
    const range = entry.location?.dimensionRange;
    if (range?.dimension !== 'ROWS' || (range.sheetId ?? 0) !== sheet.sheetId) return entry;
    const startIndex = places.get(range.startIndex ?? 0);
    if (startIndex === undefined) return entry;
    const dimensionRange = { ...range, startIndex, endIndex: startIndex + 1 };
    return { ...entry, location: { ...entry.location, dimensionRange } };
  });
  return { ...moved, developerMetadata };
}

export const sortRequests: RequestFamily = {
  sortRange: handler(sortRange),
  randomizeRange: handler(randomizeRange),
};
