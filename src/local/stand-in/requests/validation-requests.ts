import { assertCondition, type BooleanCondition } from '../conditions/boolean-condition.ts';
import { hiddenByFilter } from '../conditions/hidden-rows.ts';
import type { JsonObject } from '../contract/json.ts';
import { type Box, boxOf, sheetOf } from '../model/box.ts';
import { cellOrNothing, mapCellsAlike, mapUsedCells } from '../model/edit-cells.ts';
import { withField } from '../model/masked-merge.ts';
import { assertEditable } from '../model/protection.ts';
import { isTyped } from '../model/table-columns.ts';
import type { CellData, GridRange } from '../model/wire.ts';
import { localeOf, type Sheet, type Workbook, withSheet } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';

type Rule = JsonObject & { readonly condition?: BooleanCondition };

interface SetDataValidation {
  readonly range?: GridRange;
  readonly rule?: Rule;
  readonly filteredRowsIncluded?: boolean;
}

/** Sets the rule of every cell of the range; without a rule it clears them (recorded). */
function setDataValidation(
  workbook: Workbook,
  { range = {}, rule, filteredRowsIncluded = false }: SetDataValidation,
  context: BatchContext,
): Applied {
  const box = boxOf(workbook, range);
  const sheet = sheetOf(workbook, range.sheetId);
  assertEditable(workbook, sheet, box, context.editor);
  if (isTyped(workbook, sheet, box))
    throw new Refusal('This operation is not allowed on cells in typed columns.');
  if (rule !== undefined) assertCondition(rule.condition, 'validation');
  const kept = rule === undefined ? undefined : withoutFalse(rule);
  const change = (cell: CellData | undefined): CellData | undefined =>
    cellOrNothing(withField(cell ?? {}, 'dataValidation', kept) as CellData);
  const map = kept === undefined ? mapUsedCells : mapCellsAlike;
  const parts = filteredRowsIncluded ? [box] : shownParts(workbook, sheet, box, context);
  const changed = parts.reduce((before, part) => map(before, part, change), sheet);
  return { workbook: withSheet(workbook, changed) };
}

/** The rows of the box that the basic filter does not hide [D], in stretches. */
function shownParts(workbook: Workbook, sheet: Sheet, box: Box, { today }: BatchContext): readonly Box[] {
  if (sheet.attachments.basicFilter.length === 0) return [box];
  const isHidden = hiddenByFilter(sheet, { workbook, locale: localeOf(workbook), today });
  const parts: Box[] = [];
  for (let row = box.top; row < box.bottom; row += 1) {
    if (isHidden(row)) continue;
    const last = parts.at(-1);
    if (last?.bottom === row) parts[parts.length - 1] = { ...last, bottom: row + 1 };
    else parts.push({ ...box, top: row, bottom: row + 1 });
  }
  return parts;
}

function withoutFalse(rule: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== false && value !== ''));
}

export const validationRequests: RequestFamily = { setDataValidation: handler(setDataValidation) };
