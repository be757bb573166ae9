import { type Cell, cellAt, type Grid, isEmptyCell } from '../../domain/grid.ts';
import type { Bilingual } from '../../domain/language.ts';
import { OUTPUT_HEADERS } from '../../domain/messages/output-messages.ts';

/** What an issue is known by from run to run: where it is and what is there, as the Issues tab tells it. */
export interface ToldIssue {
  readonly tab: Cell;
  readonly cell: Cell;
  readonly problem: Cell;
}

/** Since which run a listed issue is there; undefined for one that the list does not have. */
export type SinceWhichRun = (issue: ToldIssue) => number | undefined;

function textOf({ tab, cell, problem }: ToldIssue): string {
  return JSON.stringify([tab, isEmptyCell(cell) ? null : cell, problem]);
}

function columnOf(cells: readonly Cell[], { vi, en }: Bilingual): number {
  return cells.findIndex((cell) => cell === vi || cell === en);
}

/** Reads the Issues tab as it stands: columns by their header in either language, wherever staff moved them. */
export function sinceWhichRun(grid: Grid): SinceWhichRun {
  const keyRow = grid.findIndex((cells) => columnOf(cells, OUTPUT_HEADERS.since) !== -1);
  const headers = grid[keyRow] ?? [];
  const columns = {
    tab: columnOf(headers, OUTPUT_HEADERS.tab),
    cell: columnOf(headers, OUTPUT_HEADERS.cell),
    problem: columnOf(headers, OUTPUT_HEADERS.problem),
    since: columnOf(headers, OUTPUT_HEADERS.since),
  };
  const runs = new Map<string, number>();
  for (let row = keyRow + 1; keyRow !== -1 && row < grid.length; row += 1) {
    const since = cellAt(grid, row, columns.since);
    const told = {
      tab: cellAt(grid, row, columns.tab),
      cell: cellAt(grid, row, columns.cell),
      problem: cellAt(grid, row, columns.problem),
    };
    if (typeof since === 'number') runs.set(textOf(told), since);
  }
  return (issue) => runs.get(textOf(issue));
}
