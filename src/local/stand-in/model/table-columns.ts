import { isJsonObject, type JsonObject } from '../contract/json.ts';
import { Refusal } from '../refusal.ts';
import { type Box, cutOff, intersection, standingBox } from './box.ts';
import { cellAt, withCells, withRowStretches } from './edit-cells.ts';
import type { FormulaEvaluator } from './formula.ts';
import type { SpanChange } from './span-change.ts';
import type { CellData, GridRange } from './wire.ts';
import { type Sheet, type Workbook, withAttachments } from './workbook.ts';
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
  const columns = Array.from({ length: box.right - box.left }, (_, along) => {
    const { columnIndex: _place, ...mine } = given.find((one) => (one['columnIndex'] ?? 0) === along) ?? {};
    assertChoices(mine);
    return { ...mine, columnName: mine['columnName'] ?? headerAt(sheet, box, along) };
  });
  const taken = new Set(columns.map(({ columnName }) => columnName));
  return columns.map(({ columnName: known, ...rest }, along) => {
    const columnName = known ?? freshName(taken, along + 1);
    taken.add(columnName);
    return { ...rest, ...(along === 0 ? {} : { columnIndex: along }), columnName };
  });
}

/** No two columns of a table have one name. */
function freshName(taken: ReadonlySet<unknown>, number: number): string {
  const name = `Column ${number}`;
  return taken.has(name) ? freshName(taken, number + 1) : name;
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

/**
 * The sheet's tables at their places `moved` after columns have come, gone or changed place: a column's type goes where the
 * column goes. A column that came in is untyped, and named by its first cell or, where that is empty, anew.
 */
export function withMovedColumns(
  sheet: Sheet,
  moved: (table: Table) => Table | undefined,
  change: SpanChange,
): Sheet {
  const { tables: before } = sheet.attachments;
  const tables = before.flatMap((table) => {
    const after = moved(table);
    return after === undefined ? [] : [movedTable(sheet, table, after, change)];
  });
  if (tables.length === before.length && tables.every((table, index) => table === before[index]))
    return sheet;
  const names = tables.flatMap((table) => missingHeaders(sheet, table));
  return withCells(withAttachments(sheet, { tables }), names);
}

function movedTable(sheet: Sheet, before: Table, after: Table, change: SpanChange): Table {
  const old = cutOff(sheet, before.range ?? {});
  const box = cutOff(sheet, after.range ?? {});
  const columns = (before.columnProperties ?? []).map((column, along) => ({
    column,
    along,
    at: change(old.left + along, old.left + along + 1)?.[0],
  }));
  if (before === after && columns.every(({ at, along }) => at === old.left + along)) return before;
  const given = columns.flatMap(({ column, at }) =>
    at === undefined || at < box.left || at >= box.right ? [] : [{ ...column, columnIndex: at - box.left }],
  );
  return { ...after, columnProperties: tableColumns(sheet, box, given) };
}

function missingHeaders(sheet: Sheet, { range = {}, columnProperties = [] }: Table) {
  const box = cutOff(sheet, range);
  return columnProperties.flatMap(({ columnName }, along) => {
    const cell = cellAt(sheet, box.top, box.left + along);
    if (cell?.userEnteredValue !== undefined) return [];
    const named: CellData = { ...cell, userEnteredValue: { stringValue: String(columnName) } };
    return [[box.top, box.left + along, named] as const];
  });
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
