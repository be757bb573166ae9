import type { Look } from './look.ts';
import type { PageCell, PageRows, PageTab, PageWorkbook, PlacedChart } from './page-workbook.ts';

export interface CellChange {
  readonly tab: number;
  readonly row: number;
  readonly column: number;
  readonly cell: PageCell | null;
}

/** What became of a workbook: cells and charts of tabs that are otherwise the same, or everything. */
export type PageChange =
  | {
      readonly kind: 'cells';
      readonly version: number;
      readonly cells: readonly CellChange[];
      readonly looks: Readonly<Record<string, Look>>;
      readonly charts: readonly { readonly tab: number; readonly charts: readonly PlacedChart[] }[];
    }
  | { readonly kind: 'whole'; readonly workbook: PageWorkbook };

/** A tab without what changes while people type. */
function frameOf({ rows: _rows, charts: _charts, ...frame }: PageTab): string {
  return JSON.stringify(frame);
}

function hasSameFrame(before: PageWorkbook, after: PageWorkbook): boolean {
  return (
    before.id === after.id &&
    before.title === after.title &&
    before.locale === after.locale &&
    before.canEdit === after.canEdit &&
    before.tabs.length === after.tabs.length &&
    before.tabs.every((tab, at) => {
      const other = after.tabs[at];
      return other !== undefined && frameOf(tab) === frameOf(other);
    })
  );
}

function isSameCell(a: PageCell | null, b: PageCell | null): boolean {
  return (
    a === b ||
    (a?.value === b?.value &&
      a?.formula === b?.formula &&
      a?.shown === b?.shown &&
      a?.look === b?.look &&
      a?.note === b?.note &&
      a?.link === b?.link)
  );
}

function changesIn(tab: number, before: PageRows, after: PageRows): readonly CellChange[] {
  const changes: CellChange[] = [];
  for (let row = 0; row < Math.max(before.length, after.length); row += 1) {
    const old = before[row] ?? [];
    const now = after[row] ?? [];
    if (old === now) continue;
    for (let column = 0; column < Math.max(old.length, now.length); column += 1) {
      const cell = now[column] ?? null;
      if (!isSameCell(old[column] ?? null, cell)) changes.push({ tab, row, column, cell });
    }
  }
  return changes;
}

/** Beyond this many cells a whole workbook is no more to send, and quicker to show. */
const MOST_CELLS = 20_000;

/** What leads from one state of a workbook to another. */
export function pageChange(before: PageWorkbook, after: PageWorkbook): PageChange {
  const whole: PageChange = { kind: 'whole', workbook: after };
  if (!hasSameFrame(before, after)) return whole;
  const cells = after.tabs.flatMap((tab, at) => changesIn(tab.id, before.tabs[at]?.rows ?? [], tab.rows));
  if (cells.length > MOST_CELLS) return whole;
  const looks = Object.fromEntries(
    cells.flatMap(({ cell }) => {
      const name = cell?.look;
      const look = name === undefined ? undefined : after.looks[name];
      return name === undefined || look === undefined || name in before.looks ? [] : [[name, look] as const];
    }),
  );
  const charts = after.tabs.flatMap((tab, at) =>
    JSON.stringify(tab.charts) === JSON.stringify(before.tabs[at]?.charts)
      ? []
      : [{ tab: tab.id, charts: tab.charts }],
  );
  return { kind: 'cells', version: after.version, cells, looks, charts };
}

function withCells(tab: PageTab, changes: readonly CellChange[]): PageTab {
  if (changes.length === 0) return tab;
  const rows = [...tab.rows];
  for (const { row, column, cell } of changes) {
    while (rows.length <= row) rows.push([]);
    const cells = [...(rows[row] ?? [])];
    while (cells.length <= column) cells.push(null);
    cells[column] = cell;
    rows[row] = cells;
  }
  return { ...tab, rows };
}

/** The state that a change leads to. */
export function applyPageChange(before: PageWorkbook, change: PageChange): PageWorkbook {
  if (change.kind === 'whole') return change.workbook;
  const { version, cells, looks, charts } = change;
  const tabs = before.tabs.map((tab) => {
    const placed = charts.find((each) => each.tab === tab.id);
    const changed = withCells(
      tab,
      cells.filter((cell) => cell.tab === tab.id),
    );
    return placed === undefined ? changed : { ...changed, charts: placed.charts };
  });
  return { ...before, version, tabs, looks: { ...before.looks, ...looks } };
}
