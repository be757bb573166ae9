import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import type { Cell } from '../../src/domain/grid.ts';
import { rowsOfTab } from '../../src/sheets/a1-range.ts';
import { buildRequests } from '../../src/sheets/build-requests.ts';
import { aSheet, aStructure } from './builders.ts';

const SHEET_ID = 5;

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'grapheme' }).map((text) => `=${text}`),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);

const block = fc.record({
  row: fc.nat(40),
  column: fc.nat(20),
  rows: fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }),
});

function write({ row, column, rows }: { row: number; column: number; rows: Cell[][] }): Change {
  const cells = rows.map((values) => values.map((value) => ({ value })));
  return { kind: 'write-cells', sheetId: SHEET_ID, row, column, rows: cells };
}

function requestsFor(changes: readonly Change[]) {
  const structure = aStructure({ sheets: [aSheet({ sheetId: SHEET_ID })] });
  return buildRequests({ version: 1, runId: 'run', changes }, structure);
}

test('a written block touches exactly the cells of its rows, each once, and no other cell or sheet', () => {
  void fc.assert(
    fc.property(block, (input) => {
      const touched = requestsFor([write(input)]).flatMap(({ updateCells }) =>
        (updateCells?.rows ?? []).flatMap((row, r) =>
          (row.values ?? []).map((_, c) => {
            const { sheetId, rowIndex, columnIndex } = updateCells?.start ?? {};
            return [sheetId, Number(rowIndex) + r, Number(columnIndex) + c];
          }),
        ),
      );
      const given = input.rows.flatMap((row, r) =>
        row.map((_, c) => [SHEET_ID, input.row + r, input.column + c]),
      );
      expect(touched).toEqual(given);
    }),
  );
});

test('whatever a text says, no request ever carries a formula', () => {
  void fc.assert(
    fc.property(fc.array(block), (blocks) => {
      const requests = requestsFor(blocks.map(write));
      const written = requests.flatMap(({ updateCells }) => updateCells?.rows ?? []);
      const kinds = written.flatMap(({ values }) =>
        (values ?? []).flatMap(({ userEnteredValue }) => Object.keys(userEnteredValue ?? {})),
      );
      expect(kinds.filter((kind) => !['stringValue', 'numberValue', 'boolValue'].includes(kind))).toEqual([]);
    }),
  );
});

test('every value comes back from its request as it went in, empty text as an empty cell', () => {
  void fc.assert(
    fc.property(cell, (value) => {
      const requests = requestsFor([write({ row: 0, column: 0, rows: [[value]] })]);
      const data = requests[1]?.updateCells?.rows?.[0]?.values?.[0]?.userEnteredValue ?? {};
      const back = data.stringValue ?? data.numberValue ?? data.boolValue ?? null;
      expect(back).toBe(value === '' ? null : value);
    }),
  );
});

/** The title of a range, by the rule of Google's grammar: quotes around it, a quote inside written twice. */
function titleOf(range: string): string {
  const quoted = /^'((?:[^']|'')*)'!/u.exec(range)?.[1] ?? '';
  return quoted.replaceAll("''", "'");
}

test('a title with any characters can be read back from the range that names it', () => {
  void fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      expect(titleOf(rowsOfTab(title, 0, 10, 3))).toBe(title);
    }),
  );
});
