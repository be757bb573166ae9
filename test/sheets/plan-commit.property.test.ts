import * as fc from 'fast-check';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { expect, test } from 'vitest';
import type { CellStyle } from '../../src/domain/cell-style.ts';
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
  looks: fc.array(fc.nat(3), { minLength: 1, maxLength: 5 }),
});
type Block = {
  readonly row: number;
  readonly column: number;
  readonly rows: Rows;
  readonly looks: readonly number[];
};

/** Looks repeat themselves from row to row, as those of results do. */
const STYLES: readonly CellStyle[] = [{}, { bold: true }, { borders: true }, { bold: true, borders: true }];

function write({ row, column, rows, looks }: Block): Change {
  return {
    kind: 'write-cells',
    sheetId: SHEET_ID,
    row,
    column,
    rows: rows.map((values, r) =>
      values.map((value, c) => ({ value, style: STYLES[((looks[r % looks.length] ?? 0) + c) % 4] ?? {} })),
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

/** A cell that is copied brings what it holds and how it looks, or its look alone. */
function copy(cells: Cells, { source, destination, pasteType }: sheets_v4.Schema$CopyPasteRequest): void {
  const [fromRow, fromColumn] = [Number(source?.startRowIndex), Number(source?.startColumnIndex)];
  const [toRow, toColumn] = [Number(destination?.startRowIndex), Number(destination?.startColumnIndex)];
  for (let r = 0; r < Number(source?.endRowIndex) - fromRow; r += 1)
    for (let c = 0; c < Number(source?.endColumnIndex) - fromColumn; c += 1) {
      const from = key(source?.sheetId, fromRow + r, fromColumn + c);
      const to = key(destination?.sheetId, toRow + r, toColumn + c);
      if (pasteType === 'PASTE_NORMAL') cells.set(to, cells.get(from) ?? {});
      cells.set(lookOf(to), cells.get(lookOf(from)) ?? {});
    }
}

function lookOf(name: string): string {
  return `look ${name}`;
}

function paint(cells: Cells, { range, cell, fields }: sheets_v4.Schema$RepeatCellRequest): void {
  const format = cell?.userEnteredFormat ?? {};
  for (let r = Number(range?.startRowIndex); r < Number(range?.endRowIndex); r += 1)
    for (let c = Number(range?.startColumnIndex); c < Number(range?.endColumnIndex); c += 1) {
      const name = lookOf(key(range?.sheetId, r, c));
      const before = fields === 'userEnteredFormat' ? {} : (cells.get(name) as object);
      cells.set(name, { ...before, ...format });
    }
}

function remove(cells: Cells, { sheetId }: sheets_v4.Schema$DeleteSheetRequest): void {
  for (const name of [...cells.keys()])
    if (name.startsWith(`${sheetId} `) || name.startsWith(lookOf(`${sheetId} `))) cells.delete(name);
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
