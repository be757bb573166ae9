import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { JsonObject } from '../../../../src/local/stand-in/contract/json.ts';
import {
  applyRecord,
  encodeFileChange,
  encodeWhole,
} from '../../../../src/local/stand-in/storage/file-codec.ts';
import { formatLine, parseJournal } from '../../../../src/local/stand-in/storage/journal-line.ts';
import { afterBatch, plainState, storedSpreadsheet } from './stored-state.ts';

const row = fc.integer({ min: 0, max: 300 });
const column = fc.integer({ min: 0, max: 20 });
const value = fc.oneof(
  // JSON has no negative zero, and a sheet shows none.
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => ({ numberValue: number + 0 })),
  fc.record({ stringValue: fc.string({ minLength: 1 }) }),
  fc.record({ boolValue: fc.boolean() }),
  fc.constant({ formulaValue: '=A1+1' }),
);

const write = fc.record({ row, column, cells: fc.array(value, { minLength: 1, maxLength: 5 }) }).map(
  ({ row: rowIndex, column: columnIndex, cells }): JsonObject => ({
    updateCells: {
      start: { sheetId: 0, rowIndex, columnIndex },
      rows: [{ values: cells.map((userEnteredValue) => ({ userEnteredValue })) }],
      fields: 'userEnteredValue',
    },
  }),
);

const paint = fc.record({ row, column, bold: fc.boolean() }).map(
  ({ row: startRowIndex, column: startColumnIndex, bold }): JsonObject => ({
    repeatCell: {
      range: { sheetId: 0, startRowIndex, endRowIndex: startRowIndex + 40, startColumnIndex },
      cell: { userEnteredFormat: { textFormat: { bold } } },
      fields: 'userEnteredFormat.textFormat.bold',
    },
  }),
);

const dimension = fc.constantFrom('ROWS', 'COLUMNS');
const lines = fc.record({
  dimension,
  startIndex: fc.integer({ min: 0, max: 20 }),
  size: fc.integer({ min: 1, max: 3 }),
});
const insert = lines.map(
  ({ size, ...range }): JsonObject => ({
    insertDimension: { range: { sheetId: 0, ...range, endIndex: range.startIndex + size } },
  }),
);
const remove = lines.map(
  ({ size, ...range }): JsonObject => ({
    deleteDimension: { range: { sheetId: 0, ...range, endIndex: range.startIndex + size } },
  }),
);
const other = fc.constantFrom<JsonObject>(
  { addSheet: { properties: { title: 'Another' } } },
  { duplicateSheet: { sourceSheetId: 0 } },
  {
    mergeCells: {
      range: { sheetId: 0, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 3 },
    },
  },
  { updateSpreadsheetProperties: { properties: { title: 'Renamed' }, fields: 'title' } },
  { sortRange: { range: { sheetId: 0 }, sortSpecs: [{ dimensionIndex: 0 }] } },
  {
    updateDimensionProperties: {
      range: { sheetId: 0, dimension: 'ROWS', startIndex: 3, endIndex: 9 },
      properties: { pixelSize: 50 },
      fields: 'pixelSize',
    },
  },
);

const batches = fc.array(
  fc.array(fc.oneof(write, paint, insert, remove, other), { minLength: 1, maxLength: 4 }),
  {
    maxLength: 6,
  },
);

test.prop([batches], { numRuns: 60 })(
  'what a journal reads back is the state that was written, whatever was done',
  (all) => {
    let state = storedSpreadsheet('id');
    let journal = formatLine(encodeWhole(state));
    for (const [index, requests] of all.entries()) {
      const next = afterBatch(state, requests, 1000 * index);
      journal += formatLine(encodeFileChange(state, next));
      state = next;
    }
    const parsed = parseJournal(Buffer.from(journal));
    if (parsed.kind === 'damaged') throw new Error('the journal was written damaged');
    const [first, ...rest] = parsed.records;
    if (first === undefined) throw new Error('the journal is empty');
    const read = rest.reduce(applyRecord, applyRecord(undefined, first));
    expect(plainState(read)).toEqual(plainState(state));
    const whole = JSON.parse(JSON.stringify(encodeWhole(read)));
    expect(plainState(applyRecord(undefined, whole))).toEqual(plainState(state));
  },
);
