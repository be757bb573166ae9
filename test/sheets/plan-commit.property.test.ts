import * as fc from 'fast-check';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import type { Cell } from '../../src/domain/grid.ts';
import { planCommit } from '../../src/sheets/plan-commit.ts';
import { aSheet, aStructure } from './builders.ts';

const SHEET_ID = 3;
const structure = aStructure({ sheets: [aSheet({ sheetId: SHEET_ID, rowCount: 500, columnCount: 50 })] });

type Rows = Cell[][];
const block = fc.record({
  row: fc.nat(20),
  column: fc.nat(10),
  rows: fc.array(fc.array(fc.oneof(fc.integer(), fc.string({ unit: 'grapheme' })), { maxLength: 6 }), {
    maxLength: 30,
  }),
});
type Block = { readonly row: number; readonly column: number; readonly rows: Rows };

function write({ row, column, rows }: Block): Change {
  return {
    kind: 'write-cells',
    sheetId: SHEET_ID,
    row,
    column,
    rows: rows.map((values) =>
      values.map((value) => ({ value, style: { bold: typeof value === 'string' } })),
    ),
  };
}

interface Sent {
  readonly requests: readonly sheets_v4.Schema$Request[];
}
type Cells = Map<string, unknown>;

function key(sheetId: number | null | undefined, row: number, column: number): string {
  return `${sheetId} ${row} ${column}`;
}

function fill(cells: Cells, { start, rows }: sheets_v4.Schema$UpdateCellsRequest): void {
  for (const [r, row] of (rows ?? []).entries())
    for (const [c, data] of (row.values ?? []).entries())
      cells.set(key(start?.sheetId, Number(start?.rowIndex) + r, Number(start?.columnIndex) + c), data);
}

function copy(cells: Cells, { source, destination }: sheets_v4.Schema$CopyPasteRequest): void {
  const [top, left] = [Number(destination?.startRowIndex), Number(destination?.startColumnIndex)];
  for (let r = 0; r < Number(source?.endRowIndex); r += 1)
    for (let c = 0; c < Number(source?.endColumnIndex); c += 1)
      cells.set(key(destination?.sheetId, top + r, left + c), cells.get(key(source?.sheetId, r, c)));
}

function paint(cells: Cells, { range, cell }: sheets_v4.Schema$RepeatCellRequest): void {
  for (let r = Number(range?.startRowIndex); r < Number(range?.endRowIndex); r += 1)
    for (let c = Number(range?.startColumnIndex); c < Number(range?.endColumnIndex); c += 1)
      cells.set(`look ${key(range?.sheetId, r, c)}`, cell);
}

function remove(cells: Cells, { sheetId }: sheets_v4.Schema$DeleteSheetRequest): void {
  for (const name of [...cells.keys()]) if (name.startsWith(`${sheetId} `)) cells.delete(name);
}

/** The cells that a server is left with, by sheet, row and column: Google's documentation, and nothing of ours. */
function applyAll(bodies: readonly string[]): Cells {
  const cells: Cells = new Map();
  for (const { updateCells, copyPaste, repeatCell, deleteSheet } of bodies.flatMap(
    (body) => (JSON.parse(body) as Sent).requests,
  )) {
    if (updateCells) fill(cells, updateCells);
    if (copyPaste) copy(cells, copyPaste);
    if (repeatCell) paint(cells, repeatCell);
    if (deleteSheet) remove(cells, deleteSheet);
  }
  return cells;
}

function bodiesOf(blocks: readonly Block[], bytesPerWrite: number): readonly string[] {
  const commit = { version: 1, runId: 'run', changes: blocks.map(write) };
  const { staging, final } = planCommit(commit, structure, bytesPerWrite);
  return [...staging, final];
}

test('a commit in parts leaves exactly the cells that it leaves as one batch', () => {
  void fc.assert(
    fc.property(
      fc.array(block, { maxLength: 4 }),
      fc.integer({ min: 300, max: 6000 }),
      (blocks, bytesPerWrite) => {
        expect(applyAll(bodiesOf(blocks, bytesPerWrite))).toEqual(applyAll(bodiesOf(blocks, 1e9)));
      },
    ),
  );
});

test('the version is claimed in the last body only, by its first request', () => {
  void fc.assert(
    fc.property(
      fc.array(block, { maxLength: 4 }),
      fc.integer({ min: 300, max: 6000 }),
      (blocks, bytesPerWrite) => {
        const bodies = bodiesOf(blocks, bytesPerWrite);
        const claims = bodies.flatMap((body, b) =>
          (JSON.parse(body) as Sent).requests.flatMap((request, r) =>
            JSON.stringify(request).includes('par.version') ? [[b, r]] : [],
          ),
        );
        expect(claims).toEqual([[bodies.length - 1, 0]]);
      },
    ),
  );
});
