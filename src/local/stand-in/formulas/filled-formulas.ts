import type { Box } from '../model/box.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { formulaCellsOf } from './formula-cells.ts';

/** So many formulas a spreadsheet may hold after a few words have filled a range with them (docs/stand-in.md, Differences on purpose). */
const MAX_FILLED = 1_000_000;

/** Each cell of a filled range holds a formula of its own, so one short request could ask for ten million of them. */
export function assertFillFits({ sheets }: Workbook, added: number): void {
  if (added === 0) return;
  const there = sheets.reduce((sum, sheet) => sum + formulaCellsOf(sheet).length, 0);
  if (there + added <= MAX_FILLED) return;
  throw new Refusal(
    `This action would fill the workbook with more than ${MAX_FILLED} formulas. Fill fewer cells.`,
  );
}

export function formulasIn(sheet: Sheet, { top, bottom, left, right }: Box): number {
  return formulaCellsOf(sheet).filter(
    ({ row, column }) => row >= top && row < bottom && column >= left && column < right,
  ).length;
}
