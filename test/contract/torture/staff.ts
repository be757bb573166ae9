import type { Cell } from '../../../src/domain/grid.ts';
import type { Google } from './in-process-google.ts';
import type { MemoryStore } from './memory-store.ts';
import { ENTRIES, LOG, NOTES, RESULTS } from './tally.ts';
import type { Turns } from './turns.ts';

export interface StaffOptions {
  readonly store: MemoryStore;
  readonly google: Google;
  readonly random: () => number;
  readonly turns: Turns;
}

function typed(sheetId: number, rowIndex: number, columnIndex: number, value: Cell): object {
  const userEnteredValue =
    typeof value === 'number' ? { numberValue: value } : { stringValue: String(value) };
  const rows = [{ values: [{ userEnteredValue }] }];
  return { updateCells: { start: { sheetId, rowIndex, columnIndex }, rows, fields: 'userEnteredValue' } };
}

function rename(sheetId: number, title: string): object {
  return { updateSheetProperties: { properties: { sheetId, title }, fields: 'title' } };
}

/** Everything that staff do in a shared workbook while others recompute. */
export function makeStaff({ store, google, random, turns }: StaffOptions) {
  const pick = (below: number): number => Math.floor(random() * below);
  const rowOf = (index: number) => ({ dimension: 'ROWS', startIndex: index, endIndex: index + 1 });
  const moves: readonly (() => object)[] = [
    () => typed(ENTRIES.sheetId, pick(6), 1, pick(9)),
    () => typed(ENTRIES.sheetId, pick(6), 1, pick(9)),
    () => typed(ENTRIES.sheetId, pick(6), 0, `Sở ${pick(9)}`),
    () => typed(NOTES.sheetId, pick(5), pick(5), `ghi chú ${pick(9)}`),
    () => typed(RESULTS.sheetId, pick(30), 6, `bên cạnh ${pick(9)}`),
    () => ({ insertDimension: { range: { sheetId: ENTRIES.sheetId, ...rowOf(pick(4)) } } }),
    () => ({ deleteDimension: { range: { sheetId: ENTRIES.sheetId, ...rowOf(pick(4)) } } }),
    () => ({
      sortRange: {
        range: { sheetId: ENTRIES.sheetId, startRowIndex: 0, endRowIndex: 5 },
        sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
      },
    }),
    () => rename(ENTRIES.sheetId, `Điểm ${pick(3)}`),
    () => rename(LOG.sheetId, `Nhật ký ${pick(3)}`),
    () => ({
      updateSheetProperties: {
        properties: { sheetId: LOG.sheetId, hidden: pick(2) === 0 },
        fields: 'hidden',
      },
    }),
  ];
  const url = 'http://127.0.0.1/v4/spreadsheets/the-spreadsheet:batchUpdate';
  return async function work(edits: number): Promise<void> {
    if (edits === 0) return;
    await turns.next();
    const request = moves[pick(moves.length)]?.();
    store.signAs('staff');
    const { status, text } = await google('POST', url, JSON.stringify({ requests: [request] }));
    if (status !== 200) throw new Error(`staff were refused: ${text}`);
    await work(edits - 1);
  };
}
