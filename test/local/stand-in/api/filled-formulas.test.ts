import { afterAll, beforeAll, expect, test } from 'vitest';
import { withCells } from '../../../../src/local/stand-in/model/edit-cells.ts';
import { rowAt } from '../../../../src/local/stand-in/model/move-cells.ts';
import { newSheet } from '../../../../src/local/stand-in/model/new-sheet.ts';
import { copiedInto } from '../../../../src/local/stand-in/requests/paste-cells.ts';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet, readValues, writeValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const box = (
  startRowIndex: number,
  endRowIndex: number,
  startColumnIndex: number,
  endColumnIndex: number,
) => ({
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});
const formulas = '?valueRenderOption=FORMULA';

test('a formula repeated over a range moves its references from cell to cell, but for those that a $ holds', async () => {
  const id = await newSpreadsheet(running);
  const cell = { userEnteredValue: { formulaValue: '=A1+$E$1' }, note: 'n' };
  const { status } = await batch(running, id, [
    { repeatCell: { range: box(1, 4, 1, 3), cell, fields: 'userEnteredValue,note' } },
  ]);
  expect(status).toBe(200);
  expect(await readValues(running, id, 'B2:C4', formulas)).toEqual([
    ['=A1+$E$1', '=B1+$E$1'],
    ['=A2+$E$1', '=B2+$E$1'],
    ['=A3+$E$1', '=B3+$E$1'],
  ]);
});

test('pasted values are what the cells show, in another place as in their own', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1:B1', [[5, '=A1*2']], 'USER_ENTERED');
  const paste = (pasteType: string) =>
    batch(running, id, [{ copyPaste: { source: box(0, 1, 1, 2), destination: box(2, 4, 1, 2), pasteType } }]);
  await paste('PASTE_VALUES');
  expect(await readValues(running, id, 'B3:B4', formulas)).toEqual([[10], [10]]);
  await paste('PASTE_FORMULA');
  expect(await readValues(running, id, 'B3:B4', formulas)).toEqual([['=A3*2'], ['=A4*2']]);
});

test('a few words do not fill a grid with millions of formulas', async () => {
  const id = await newSpreadsheet(running, {
    sheets: [{ properties: { sheetId: 0, gridProperties: { rowCount: 100_000, columnCount: 90 } } }],
  });
  await writeValues(running, id, 'A1', [['=C5+1']], 'USER_ENTERED');
  const cell = { userEnteredValue: { formulaValue: '=C5+1' } };
  const copy = (pasteType: string) => ({
    copyPaste: { source: box(0, 1, 0, 1), destination: box(1, 100_000, 1, 90), pasteType },
  });
  const fills = [copy('PASTE_NORMAL'), { repeatCell: { range: {}, cell, fields: 'userEnteredValue' } }];
  for (const fill of fills) {
    // biome-ignore lint/performance/noAwaitInLoops: one after another on one spreadsheet
    const { status, body } = await batch(running, id, [fill]);
    expect([status, body.error.message]).toEqual([
      400,
      `Invalid requests[0].${Object.keys(fill)[0]}: This action would fill the workbook with more than 1000000 formulas. Fill fewer cells.`,
    ]);
  }
});

test.each(['PASTE_VALUES', 'PASTE_FORMAT'] as const)(
  'what formulas show, and their look, fills rows that are one and the same row in memory: %s',
  (pasteType) => {
    const empty = newSheet(0, 'Sheet1', {});
    const cell = {
      userEnteredValue: { formulaValue: '=C5+1' },
      effectiveValue: { numberValue: 1 },
      userEnteredFormat: { textFormat: { bold: true } },
    };
    const sheet = withCells(empty, [[0, 0, cell]]);
    const [from, target] = [
      { sheet, box: { top: 0, bottom: 1, left: 0, right: 1 } },
      { top: 1, bottom: 9, left: 1, right: 5 },
    ];
    const filled = copiedInto(sheet, { from, target, pasteType, transpose: false, isCut: false });
    expect(rowAt(filled, 1)).toHaveLength(5);
    expect(rowAt(filled, 8)).toBe(rowAt(filled, 1));
  },
);
