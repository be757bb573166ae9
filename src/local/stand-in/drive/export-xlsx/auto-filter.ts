import { type ColumnCriteria, criteriaOf } from '../../conditions/filter-criteria.ts';
import { hiddenByFilter } from '../../conditions/hidden-rows.ts';
import type { JsonObject } from '../../contract/json.ts';
import type { Box } from '../../model/box.ts';
import { shownValue } from '../../model/cell-order.ts';
import { cellAt } from '../../model/edit-cells.ts';
import { extentOf } from '../../model/sparse-list.ts';
import type { GridRange, NumberFormat } from '../../model/wire.ts';
import { type Sheet, withAttachments } from '../../model/workbook.ts';
import { formatValue } from '../../values/format-value.ts';
import { areaName, exportedBox } from './area.ts';
import type { ExportedWorkbook } from './exported-workbook.ts';
import { xml } from './xml.ts';

export function filterBox({ workbook }: ExportedWorkbook, sheet: Sheet): Box | undefined {
  const [filter] = sheet.attachments.basicFilter;
  return filter === undefined ? undefined : exportedBox(workbook, (filter['range'] ?? {}) as GridRange);
}

/** The filter of a tab with what it shows now: an .xlsx keeps for each column the values that stay. */
export function autoFilter(exported: ExportedWorkbook, sheet: Sheet): string {
  const [filter] = sheet.attachments.basicFilter;
  const box = filterBox(exported, sheet);
  if (filter === undefined || box === undefined) return '';
  const columns = criteriaOf(filter)
    .filter(({ column, criteria }) => column >= box.left && column < box.right && isByValue(criteria))
    .toSorted((a, b) => a.column - b.column)
    .map((asked) => columnXml(exported, sheet, { filter, box, asked }));
  return xml('autoFilter', { ref: areaName(box) }, ...columns);
}

function isByValue({ hiddenValues, condition }: ColumnCriteria['criteria']): boolean {
  return (hiddenValues ?? []).length > 0 || condition !== undefined;
}

interface FilteredColumn {
  readonly filter: JsonObject;
  readonly box: Box;
  readonly asked: ColumnCriteria;
}

function columnXml(
  exported: ExportedWorkbook,
  sheet: Sheet,
  { filter, box, asked: { column, criteria } }: FilteredColumn,
): string {
  const alone = { ...filter, filterSpecs: [{ columnIndex: column, filterCriteria: criteria }] };
  const isHidden = hiddenByFilter(withAttachments(sheet, { basicFilter: [alone] }), exported.conditions);
  const shown = new Set<string>();
  for (let row = box.top + 1; row < Math.min(box.bottom, extentOf(sheet.rows)); row += 1)
    if (!isHidden(row)) shown.add(textAt(exported, sheet, row, column));
  const blank = shown.delete('') || undefined;
  const items = [...shown].map((val) => xml('filter', { val }));
  return xml('filterColumn', { colId: column - box.left }, xml('filters', { blank }, ...items));
}

function textAt({ conditions }: ExportedWorkbook, sheet: Sheet, row: number, column: number): string {
  const cell = cellAt(sheet, row, column);
  const format = cell?.userEnteredFormat?.['numberFormat'] as NumberFormat | undefined;
  return formatValue(shownValue(cell), format, conditions.locale);
}
