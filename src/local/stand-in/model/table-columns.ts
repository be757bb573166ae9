import { isJsonObject, type JsonObject } from '../contract/json.ts';
import { Refusal } from '../refusal.ts';
import { type Box, intersection, standingBox } from './box.ts';
import { cellAt, withRowStretches } from './edit-cells.ts';
import type { FormulaEvaluator } from './formula.ts';
import type { GridRange } from './wire.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { withValue } from './written-cell.ts';

export type Table = JsonObject & {
  readonly tableId?: string;
  readonly name?: string;
  readonly range?: GridRange;
  readonly columnProperties?: readonly JsonObject[];
};

export function tableBox(workbook: Workbook, table: JsonObject): Box {
  return standingBox(workbook, (table as Table).range ?? {});
}

function headerAt(sheet: Sheet, box: Box, along: number): string | undefined {
  const name = cellAt(sheet, box.top, box.left + along)?.userEnteredValue?.stringValue;
  return name === '' ? undefined : name;
}

/**
 * An entry for each column of a table: as it is given, else untyped; named as it is given, else by its cell in the first
 * row. A list of choices belongs to a dropdown and to nothing else (measured by others).
 */
export function tableColumns(sheet: Sheet, box: Box, given: readonly JsonObject[]): readonly JsonObject[] {
  return Array.from({ length: box.right - box.left }, (_, along) => {
    const mine = given.find((one) => (one['columnIndex'] ?? 0) === along) ?? {};
    assertChoices(mine);
    const columnName = mine['columnName'] ?? headerAt(sheet, box, along) ?? `Column ${along + 1}`;
    return { ...mine, ...(along === 0 ? {} : { columnIndex: along }), columnName };
  });
}

function assertChoices({ columnType, dataValidationRule: rule }: JsonObject): void {
  const isDropdown = columnType === 'DROPDOWN';
  const hasCondition = isJsonObject(rule) && rule['condition'] !== undefined;
  if (isDropdown && !hasCondition) throw new Refusal('Condition must be set for dropdown column type.');
  if (!isDropdown && hasCondition) throw new Refusal('Cannot set condition for non-dropdown column type.');
}

/** The names of a table's columns stand in its first row. */
export function withHeaders(
  sheet: Sheet,
  { top, left }: Box,
  columns: readonly JsonObject[],
  evaluator: FormulaEvaluator,
): Sheet {
  const items = columns.map(({ columnName }) => String(columnName));
  return withRowStretches(sheet, [{ row: top, left, items }], (cell, name) =>
    cell?.userEnteredValue?.stringValue === name ? cell : withValue(cell, { stringValue: name }, evaluator),
  );
}

/** Tables as they are shown: what somebody has typed into the first row since is a column's name. */
export function shownTables(workbook: Workbook, sheet: Sheet): readonly JsonObject[] {
  return sheet.attachments.tables.map((table) => {
    const box = tableBox(workbook, table);
    const columns = (table as Table).columnProperties ?? [];
    const columnProperties = columns.map((column, along) => ({
      ...column,
      columnName: headerAt(sheet, box, along) ?? column['columnName'] ?? null,
    }));
    return { ...table, columnProperties };
  });
}

/** Whether some of the cells belong to a column of a table that has a type. */
export function isTyped(workbook: Workbook, sheet: Sheet, box: Box): boolean {
  return sheet.attachments.tables.some((table) => {
    const { top, bottom, left } = tableBox(workbook, table);
    const columns = (table as Table).columnProperties ?? [];
    return columns.some(({ columnType }, along) => {
      const column = { top: top + 1, bottom, left: left + along, right: left + along + 1 };
      return columnType !== undefined && intersection(column, box) !== undefined;
    });
  });
}
