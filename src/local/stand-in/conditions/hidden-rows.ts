import { standingBox } from '../model/box.ts';
import { shownValue } from '../model/cell-order.ts';
import { cellAt } from '../model/edit-cells.ts';
import type { CellData, GridRange, NumberFormat } from '../model/wire.ts';
import type { Sheet } from '../model/workbook.ts';
import { formatValue } from '../values/format-value.ts';
import { backgroundOf, foregroundOf, wantedColor } from './cell-color.ts';
import { type ConditionContext, conditionTest } from './condition-test.ts';
import { criteriaOf, type FilterCriteria } from './filter-criteria.ts';

/** Whether the sheet's basic filter hides a row: its first row is the header, and any column's criteria may hide the others. */
export function hiddenByFilter(sheet: Sheet, context: ConditionContext): (row: number) => boolean {
  const [filter] = sheet.attachments.basicFilter;
  const columns = filter === undefined ? [] : criteriaOf(filter);
  if (filter === undefined || columns.length === 0) return () => false;
  const { top, bottom } = standingBox(context.workbook, (filter['range'] ?? {}) as GridRange);
  const hides = columns.map(({ column, criteria }) => ({ column, isHidden: hidingTest(criteria, context) }));
  return (row) =>
    row > top && row < bottom && hides.some(({ column, isHidden }) => isHidden(cellAt(sheet, row, column)));
}

function hidingTest(
  criteria: FilterCriteria,
  context: ConditionContext,
): (cell: CellData | undefined) => boolean {
  const hidden = new Set(criteria.hiddenValues ?? []);
  const meets = criteria.condition === undefined ? undefined : conditionTest(criteria.condition, context);
  const background = wantedColor(criteria['visibleBackgroundColorStyle']);
  const foreground = wantedColor(criteria['visibleForegroundColorStyle']);
  return (cell) =>
    hidden.has(textOf(cell, context.locale)) ||
    meets?.(cell) === false ||
    (background !== undefined && background !== backgroundOf(cell)) ||
    (foreground !== undefined && foreground !== foregroundOf(cell));
}

function textOf(cell: CellData | undefined, locale: string): string {
  const format = cell?.userEnteredFormat?.['numberFormat'] as NumberFormat | undefined;
  return formatValue(shownValue(cell), format, locale);
}
