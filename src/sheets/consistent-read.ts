import type { Grid } from '../domain/grid.ts';
import type { Sheet, Structure } from '../domain/spreadsheet.ts';
import { inOrder } from './in-order.ts';
import { joinParts, planReads, type RowRange } from './plan-reads.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';

/** How often a read starts again because the tabs changed under it. */
const ROUNDS = 3;

export interface ReadCalls {
  readStructure(): Promise<Structure>;
  readRanges(ranges: readonly RowRange[]): Promise<readonly Grid[]>;
  /** Whether the structure was looked at so recently that nobody can have given a tab the name of another since. */
  isFresh(): boolean;
  readonly cellsPerRead: number;
}

function shapeOf({ sheetId, title, rowCount, columnCount }: Sheet): string {
  return JSON.stringify([sheetId, title, rowCount, columnCount]);
}

/** The same tabs as they stand now; a conflict when one of them is gone. */
function refreshed(sheets: readonly Sheet[], structure: Structure): readonly Sheet[] {
  return sheets.map((sheet) => {
    const now = structure.sheets.find(({ sheetId }) => sheetId === sheet.sheetId);
    if (now === undefined)
      throw new SpreadsheetError({ kind: 'conflict', detail: `tab ${sheet.title} is gone` });
    return now;
  });
}

function isConflict(error: unknown): boolean {
  return error instanceof SpreadsheetError && error.kind === 'conflict';
}

async function readOnce(
  sheets: readonly Sheet[],
  calls: ReadCalls,
): Promise<ReadonlyMap<number, Grid> | 'moved'> {
  const plan = planReads(sheets, calls.cellsPerRead);
  try {
    const parts = await inOrder(plan, calls.readRanges);
    return joinParts(sheets, plan.flat(), parts.flat());
  } catch (error) {
    if (isConflict(error)) return 'moved';
    throw error;
  }
}

/**
 * All cells of the tabs, at one structure. A single call is one moment. With several calls, when a range was refused,
 * and when the call had to wait for long, the tabs are looked at again: if one was renamed, grew or shrank meanwhile,
 * the read starts again, because its parts may not belong together, or another tab may bear the name by now.
 */
export async function readConsistently(
  sheets: readonly Sheet[],
  calls: ReadCalls,
  rounds = ROUNDS,
): Promise<ReadonlyMap<number, Grid>> {
  const grids = await readOnce(sheets, calls);
  const count = planReads(sheets, calls.cellsPerRead).length;
  const isOneMoment = count === 0 || (count === 1 && calls.isFresh());
  if (grids !== 'moved' && isOneMoment) return grids;
  const now = refreshed(sheets, await calls.readStructure());
  const hasMoved = now.some((sheet, i) => shapeOf(sheet) !== shapeOf(sheets[i] ?? sheet));
  if (grids !== 'moved' && !hasMoved) return grids;
  if (rounds === 1) throw new SpreadsheetError({ kind: 'conflict', detail: 'the tabs keep changing' });
  return readConsistently(now, calls, rounds - 1);
}
