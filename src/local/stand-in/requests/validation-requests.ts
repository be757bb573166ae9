import { assertCondition, type BooleanCondition } from '../conditions/boolean-condition.ts';
import type { JsonObject } from '../contract/json.ts';
import { boxOf, sheetOf } from '../model/box.ts';
import { cellOrNothing, mapCellsAlike, mapUsedCells } from '../model/edit-cells.ts';
import { withField } from '../model/masked-merge.ts';
import { assertEditable } from '../model/protection.ts';
import { isTyped } from '../model/table-columns.ts';
import type { CellData, GridRange } from '../model/wire.ts';
import { type Workbook, withSheet } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';

type Rule = JsonObject & { readonly condition?: BooleanCondition };

/** Sets the rule of every cell of the range; without a rule it clears them (recorded). */
function setDataValidation(
  workbook: Workbook,
  { range = {}, rule }: { readonly range?: GridRange; readonly rule?: Rule },
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
  const changed = kept === undefined ? mapUsedCells(sheet, box, change) : mapCellsAlike(sheet, box, change);
  return { workbook: withSheet(workbook, changed) };
}

function withoutFalse(rule: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== false && value !== ''));
}

export const validationRequests: RequestFamily = { setDataValidation: handler(setDataValidation) };
