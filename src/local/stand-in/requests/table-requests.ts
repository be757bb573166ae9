import type { JsonObject } from '../contract/json.ts';
import { boxOf, echoedRange, gridRangeOf, intersection, sheetOf } from '../model/box.ts';
import { normalizeColors } from '../model/color.ts';
import { mapUsedCells } from '../model/edit-cells.ts';
import { masksField, mergeByMask } from '../model/masked-merge.ts';
import { assertEditable } from '../model/protection.ts';
import { type Table, tableBox, tableColumns, withHeaders } from '../model/table-columns.ts';
import { type Sheet, type Workbook, withAttachments, withSheet } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';
import { maskOf } from './update-mask.ts';

function addTable(
  workbook: Workbook,
  { table = {} }: { readonly table?: Table },
  context: BatchContext,
): Applied {
  const tableId = table.tableId ?? String(context.newId());
  if (all(workbook).some(({ table: one }) => one['tableId'] === tableId)) {
    throw new Refusal(`A table with id: ${tableId} already exists.`);
  }
  const { sheet, kept } = checked(workbook, { ...table, tableId }, undefined, context);
  const tables = [...sheet.attachments.tables, kept];
  return { workbook: withSheet(workbook, withAttachments(sheet, { tables })), reply: { table: kept } };
}

function updateTable(
  workbook: Workbook,
  { table = {}, fields }: { readonly table?: Table; readonly fields?: string },
  context: BatchContext,
): Applied {
  const paths = maskOf('Table', fields);
  const { table: before } = existing(workbook, table.tableId ?? '');
  const named = (table.columnProperties ?? []).every(({ columnName }) => Boolean(columnName));
  if (masksField(paths, 'columnProperties') && !named)
    throw new Refusal('Table header row cell must have a value.');
  const merged = mergeByMask(before, table, paths) as Table;
  const { sheet, kept } = checked(workbook, { ...merged, tableId: table.tableId ?? '' }, before, context);
  const tables = sheet.attachments.tables.map((one) => (one === before ? kept : one));
  return { workbook: withSheet(workbook, withAttachments(sheet, { tables })) };
}

/** The table goes with its cells [D]. */
function deleteTable(
  workbook: Workbook,
  { tableId = '' }: { readonly tableId?: string },
  context: BatchContext,
): Applied {
  const { sheet, table } = existing(workbook, tableId);
  const box = tableBox(workbook, table);
  assertEditable(workbook, sheet, box, context.editor);
  const tables = sheet.attachments.tables.filter((one) => one !== table);
  const emptied = mapUsedCells(withAttachments(sheet, { tables }), box, () => undefined);
  return { workbook: withSheet(workbook, emptied) };
}

function checked(
  workbook: Workbook,
  table: Table,
  own: JsonObject | undefined,
  context: BatchContext,
): { sheet: Sheet; kept: JsonObject } {
  if (table.range === undefined) throw new Refusal('A table must have a range.');
  const sheet = sheetOf(workbook, table.range.sheetId);
  const box = boxOf(workbook, table.range);
  assertEditable(workbook, sheet, box, context.editor);
  const others = all(workbook).filter((one) => one.table !== own);
  const clash = others.some(
    (one) => one.sheet === sheet && intersection(tableBox(workbook, one.table), box) !== undefined,
  );
  if (clash) throw new Refusal('You cannot add a table that overlaps another table.');
  const name = table.name ?? freshName(others.map((one) => String(one.table['name'])));
  if (others.some((one) => one.table['name'] === name)) {
    throw new Refusal(`A table with the name "${name}" already exists.`);
  }
  const columnProperties = tableColumns(sheet, box, table.columnProperties ?? []);
  const range = echoedRange(gridRangeOf(sheet, box));
  return {
    sheet: withHeaders(sheet, box, columnProperties, context.evaluator),
    kept: normalizeColors({ ...table, name, range, columnProperties }),
  };
}

function freshName(taken: readonly string[], number = 1): string {
  const name = `Table${number}`;
  return taken.includes(name) ? freshName(taken, number + 1) : name;
}

function all(workbook: Workbook) {
  return workbook.sheets.flatMap((sheet) => sheet.attachments.tables.map((table) => ({ sheet, table })));
}

function existing(workbook: Workbook, tableId: string) {
  const found = all(workbook).find(({ table }) => table['tableId'] === tableId);
  if (found === undefined) throw new Refusal(`No table with id: ${tableId}`);
  return found;
}

export const tableRequests: RequestFamily = {
  addTable: handler(addTable),
  updateTable: handler(updateTable),
  deleteTable: handler(deleteTable),
};
