import { withBothCriteria } from '../conditions/filter-criteria.ts';
import type { JsonObject } from '../contract/json.ts';
import { boxOf, gridRangeOf, sheetOf } from '../model/box.ts';
import { normalizeColors } from '../model/color.ts';
import { type FieldPaths, masksField, mergeByMask, withField } from '../model/masked-merge.ts';
import { assertSheetOpen } from '../model/protection.ts';
import type { GridRange } from '../model/wire.ts';
import { type Sheet, type Workbook, withAttachments, withSheet } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';
import { maskOf } from './update-mask.ts';

type Filter = JsonObject & { readonly range?: GridRange };
type FilterView = Filter & { readonly filterViewId?: number; readonly title?: string };

/** One per sheet; its range comes back bounded by the grid (recorded). */
function setBasicFilter(
  workbook: Workbook,
  { filter = {} }: { readonly filter?: Filter },
  context: BatchContext,
): Applied {
  const sheet = sheetOf(workbook, filter.range?.sheetId);
  assertSheetOpen(sheet, context.editor);
  const range = gridRangeOf(sheet, boxOf(workbook, filter.range ?? {}));
  const kept = normalizeColors(withBothCriteria({ ...filter, range }));
  return { workbook: withSheet(workbook, withAttachments(sheet, { basicFilter: [kept] })) };
}

function clearBasicFilter(
  workbook: Workbook,
  { sheetId }: { readonly sheetId?: number },
  context: BatchContext,
): Applied {
  const sheet = sheetOf(workbook, sheetId);
  assertSheetOpen(sheet, context.editor);
  return { workbook: withSheet(workbook, withAttachments(sheet, { basicFilter: [] })) };
}

function addFilterView(
  workbook: Workbook,
  { filter = {} }: { readonly filter?: FilterView },
  context: BatchContext,
): Applied {
  const filterViewId = filter.filterViewId ?? context.newId();
  if (findView(workbook, filterViewId) !== undefined) {
    throw new Refusal(`A filter view with id: ${filterViewId} already exists.`);
  }
  const sheet = sheetOf(workbook, filter.range?.sheetId);
  const title = filter.title ?? `Filter ${sheet.attachments.filterViews.length + 1}`;
  const kept = keptView(workbook, sheet, { ...filter, filterViewId, title });
  return {
    workbook: withViews(workbook, sheet, [...sheet.attachments.filterViews, kept]),
    reply: { filter: kept },
  };
}

function updateFilterView(
  workbook: Workbook,
  { filter = {}, fields }: { readonly filter?: FilterView; readonly fields?: string },
): Applied {
  const paths = maskOf('FilterView', fields);
  const { sheet, view } = existingView(workbook, filter.filterViewId ?? 0);
  const merged = mergeByMask(withoutOther(view, paths), filter, paths) as FilterView;
  const kept = keptView(workbook, sheet, { ...merged, filterViewId: filter.filterViewId ?? 0 });
  const views = sheet.attachments.filterViews.map((one) => (one === view ? kept : one));
  return { workbook: withViews(workbook, sheet, views) };
}

function deleteFilterView(workbook: Workbook, { filterId = 0 }: { readonly filterId?: number }): Applied {
  const { sheet, view } = existingView(workbook, filterId);
  return {
    workbook: withViews(
      workbook,
      sheet,
      sheet.attachments.filterViews.filter((one) => one !== view),
    ),
  };
}

function duplicateFilterView(
  workbook: Workbook,
  { filterId = 0 }: { readonly filterId?: number },
  context: BatchContext,
): Applied {
  const { sheet, view } = existingView(workbook, filterId);
  const copy = { ...view, filterViewId: context.newId(), title: `Copy of ${String(view['title'] ?? '')}` };
  return {
    workbook: withViews(workbook, sheet, [...sheet.attachments.filterViews, copy]),
    reply: { filter: copy },
  };
}

/** Criteria and specs say the same: a mask that writes one takes the other away. */
function withoutOther(view: JsonObject, paths: FieldPaths): JsonObject {
  const names = ['criteria', 'filterSpecs'];
  return names.some((name) => masksField(paths, name))
    ? names.reduce((rest, name) => withField(rest, name, undefined), view)
    : view;
}

function keptView(workbook: Workbook, sheet: Sheet, view: FilterView): JsonObject {
  return normalizeColors(
    withBothCriteria({ ...view, range: gridRangeOf(sheet, boxOf(workbook, view.range ?? {})) }),
  );
}

function withViews(workbook: Workbook, sheet: Sheet, filterViews: readonly JsonObject[]): Workbook {
  return withSheet(workbook, withAttachments(sheet, { filterViews }));
}

function findView(workbook: Workbook, filterViewId: number) {
  return workbook.sheets
    .flatMap((sheet) => sheet.attachments.filterViews.map((view) => ({ sheet, view })))
    .find(({ view }) => view['filterViewId'] === filterViewId);
}

function existingView(workbook: Workbook, filterViewId: number) {
  const found = findView(workbook, filterViewId);
  if (found === undefined) throw new Refusal(`No filter view with id: ${filterViewId}`);
  return found;
}

export const filterRequests: RequestFamily = {
  setBasicFilter: handler(setBasicFilter),
  clearBasicFilter: handler(clearBasicFilter),
  addFilterView: handler(addFilterView),
  updateFilterView: handler(updateFilterView),
  deleteFilterView: handler(deleteFilterView),
  duplicateFilterView: handler(duplicateFilterView),
};
