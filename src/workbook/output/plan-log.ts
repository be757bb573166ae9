import type { Change } from '../../domain/change.ts';
import type { ContentCell } from '../../domain/content.ts';
import { cellAt, type Grid } from '../../domain/grid.ts';
import type { Sheet } from '../../domain/spreadsheet.ts';
import type { NewSheet } from './allocate-sheets.ts';
import type { OutputTab, StandingTab } from './output-tab.ts';
import { type Holding, holdTab, holdWritten } from './placement/hold-tab.ts';
import { planNewTab, planStandingTab, recordChange, type TabPlan } from './plan-tab.ts';
import { findStanding } from './standing-content.ts';

/** Where a log is, or where it is going to be made. */
export type LogPlace =
  | { readonly kind: 'standing'; readonly tab: StandingTab }
  | { readonly kind: 'new'; readonly place: NewSheet };

/** Cells of a line under the columns that they belong to; what stands between them is nobody's, and empty in a new row. */
function arranged(
  line: readonly ContentCell[],
  columns: readonly (number | undefined)[],
): readonly ContentCell[] {
  const width = Math.max(0, ...columns.map((column) => (column ?? -1) + 1));
  return Array.from({ length: width }, (_, column) => line[columns.indexOf(column)] ?? { value: null });
}

type Lines = readonly (readonly ContentCell[])[];

function appendLines(sheetId: number, lines: Lines, columns: TabPlan['columns']): readonly Change[] {
  if (lines.length === 0) return [];
  return [{ kind: 'append-rows', sheetId, rows: lines.map((line) => arranged(line, columns)) }];
}

/** Lets lines be added to a log whose head is as it should be: tied to the places of its columns. */
function holdColumns(tab: OutputTab, standing: StandingTab, holding: Holding): TabPlan {
  const before = findStanding(standing, tab.content);
  const { sheet, placement, record, noteId } = before;
  if (placement === undefined || record === undefined) throw new Error('the log has no head');
  const hold = holdTab(before, placement, { holding, kept: 'columns', needed: 'columns' });
  const plan = { changes: [], isRewritten: false, unheld: [], columns: placement.columns };
  if (hold.kind === 'unheld') return { ...plan, unheld: hold.anchors };
  const { changes, anchors } = holdWritten(sheet, hold, placement, { holding, kept: 'columns' });
  const isKnown = JSON.stringify(record.anchors) === JSON.stringify(anchors);
  const noted = isKnown ? [] : [recordChange(sheet.sheetId, { ...record, anchors }, noteId)];
  return { ...plan, changes: [...noted, ...changes] };
}

/** Rows that a log gets at once when it is full: its size after the commit is then known, and it can be read back. */
const ROWS_AHEAD = 100;

/** Room for more lines, when the log is full. */
function makeRoom({ sheet, grid }: StandingTab, lines: number): readonly Change[] {
  const { sheetId, rowCount, columnCount } = sheet;
  if (grid.length + lines < rowCount) return [];
  return [{ kind: 'grow-sheet', sheetId, rowCount: rowCount + ROWS_AHEAD, columnCount }];
}

/** The size of a sheet after changes to it. */
function sheetAfter(sheet: Sheet, changes: readonly Change[]): Sheet {
  let after = sheet;
  for (const change of changes) {
    const { rowCount, columnCount } = after;
    if (change.kind === 'grow-sheet')
      after = {
        ...after,
        rowCount: Math.max(rowCount, change.rowCount),
        columnCount: Math.max(columnCount, change.columnCount),
      };
    if (change.kind === 'insert-lines')
      after =
        change.dimension === 'rows'
          ? { ...after, rowCount: rowCount + change.count }
          : { ...after, columnCount: columnCount + change.count };
  }
  return after;
}

export interface LogPlan extends TabPlan {
  /** The log as it is after the commit. */
  readonly sheet: Sheet;
}

/** Adds lines at the end of a log, under its own columns wherever staff moved them; its head is made when it is missing. */
export function planLog(tab: OutputTab, place: LogPlace, lines: Lines, holding: Holding): LogPlan {
  if (place.kind === 'new') {
    const made = planNewTab(tab, place.place, holding);
    const added = made.changes.find((change) => change.kind === 'add-sheet');
    if (added === undefined) throw new Error('a new log without a sheet');
    const sheet = { ...added, hidden: false, metadata: [] };
    return { ...made, changes: [...made.changes, ...appendLines(sheet.sheetId, lines, made.columns)], sheet };
  }
  const { sheet } = place.tab;
  const head = planStandingTab(tab, place.tab, holding);
  const plan = head.isRewritten ? head : holdColumns(tab, place.tab, holding);
  const changes = [
    ...plan.changes,
    ...makeRoom(place.tab, lines.length),
    ...appendLines(sheet.sheetId, lines, plan.columns),
  ];
  return { ...plan, changes, sheet: sheetAfter(sheet, changes) };
}

/**
 * Whether a log shows that a run alone made its version: one line bears the version, and it is this line.
 *
 * @param columns where the log's columns stand
 */
export function showsLine(grid: Grid, line: readonly ContentCell[], columns: TabPlan['columns']): boolean {
  const [versionColumn] = columns;
  const version = line[0]?.value ?? null;
  const rows = [...grid.keys()].filter((row) => cellAt(grid, row, versionColumn ?? -1) === version);
  return (
    rows.length === 1 &&
    line.every(({ value }, own) => {
      const column = columns[own];
      return column === undefined || cellAt(grid, rows[0] ?? -1, column) === (value === '' ? null : value);
    })
  );
}
