import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const OTHER = 'token-binh';
const PROTECTED = /You are trying to edit a protected cell or object/;

/** A spreadsheet with a second writer, and something protected from that writer. */
async function protectedFor(range: object): Promise<string> {
  const sheets = [
    { properties: { sheetId: 0, title: 'Closed' } },
    { properties: { sheetId: 1, title: 'Open' } },
  ];
  const id = await newSpreadsheet(running, { sheets });
  await running.call('POST', `/drive/v3/files/${id}/permissions`, {
    type: 'user',
    role: 'writer',
    emailAddress: 'binh@stand-in.test',
  });
  await batch(running, id, [{ addProtectedRange: { protectedRange: { protectedRangeId: 5, range } } }]);
  return id;
}

/** What happens to each request when the other writer sends it alone. */
async function refused(id: string, requests: Readonly<Record<string, object>>): Promise<readonly string[]> {
  const stopped: string[] = [];
  for (const [name, request] of Object.entries(requests)) {
    // biome-ignore lint/performance/noAwaitInLoops: each sees what those before it did
    const { status, body } = await batch(running, id, [request], OTHER);
    if (status === 200) continue;
    expect([name, body.error.message]).toEqual([name, expect.stringMatching(PROTECTED)]);
    stopped.push(name);
  }
  return stopped;
}

const rows = (startRowIndex: number, endRowIndex: number, sheetId = 0) => ({
  sheetId,
  startRowIndex,
  endRowIndex,
});
const lines = (dimension: string, startIndex: number, endIndex: number, sheetId = 0) => ({
  range: { sheetId, dimension, startIndex, endIndex },
});
const rule = (range: object) => ({
  ranges: [range],
  booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
});
const bands = { firstBandColor: { red: 1 }, secondBandColor: { green: 1 } };
const spec = {
  basicChart: { chartType: 'BAR', series: [{ series: { sourceRange: { sources: [rows(0, 2)] } } }] },
};
const resized = (rowCount: number) => ({
  updateSheetProperties: {
    properties: { sheetId: 0, gridProperties: { rowCount } },
    fields: 'gridProperties.rowCount',
  },
});

test('around protected rows a writer goes on working; in them, through them and without them she does not', async () => {
  const id = await protectedFor(rows(10, 20));
  expect(
    await refused(id, {
      'rows put in before them': { insertDimension: lines('ROWS', 10, 11) },
      'rows put in after them': { insertDimension: lines('ROWS', 21, 22) },
      'a note elsewhere': { repeatCell: { range: rows(0, 2), cell: { note: 'x' }, fields: 'note' } },
      'a rule elsewhere': { addConditionalFormatRule: { rule: rule(rows(0, 5)) } },
      'a filter, a chart, a name': { setBasicFilter: { filter: { range: rows(0, 30) } } },
      'a larger grid': resized(2000),
    }),
  ).toEqual([]);
  expect(
    await refused(id, {
      'rows put in among them': { insertDimension: lines('ROWS', 12, 13) },
      'rows moved among them': {
        moveDimension: { source: lines('ROWS', 0, 1).range, destinationIndex: 15 },
      },
      'one of them deleted': { deleteDimension: lines('ROWS', 11, 12) },
      'a rule over them': { addConditionalFormatRule: { rule: rule(rows(0, 12)) } },
      'bands over them': { addBanding: { bandedRange: { range: rows(0, 12), rowProperties: bands } } },
      'validation in them': { setDataValidation: { range: rows(11, 12) } },
      'cells merged in them': { mergeCells: { range: rows(12, 14) } },
      'something pasted into them': { copyPaste: { source: rows(0, 1), destination: rows(12, 13) } },
      'a grid that ends before them': resized(5),
      'the tab deleted': { deleteSheet: { sheetId: 0 } },
      'the protection lifted': { deleteProtectedRange: { protectedRangeId: 5 } },
    }),
  ).toHaveLength(11);
  expect((await batch(running, id, [{ deleteSheet: { sheetId: 0 } }])).status).toBe(200);
});

test('a protected tab is closed to all that belongs to it; other tabs are open', async () => {
  const id = await protectedFor({ sheetId: 0 });
  const onTab = (sheetId: number): Readonly<Record<string, object>> => ({
    title: { updateSheetProperties: { properties: { sheetId, title: `T${sheetId}` }, fields: 'title' } },
    size: {
      updateDimensionProperties: {
        ...lines('ROWS', 0, 1, sheetId),
        properties: { pixelSize: 50 },
        fields: 'pixelSize',
      },
    },
    rows: { appendDimension: { sheetId, dimension: 'ROWS', length: 1 } },
    filter: { setBasicFilter: { filter: { range: rows(0, 5, sheetId) } } },
    'no filter': { clearBasicFilter: { sheetId } },
    group: { addDimensionGroup: lines('ROWS', 0, 3, sheetId) },
    width: { autoResizeDimensions: { dimensions: lines('COLUMNS', 0, 1, sheetId).range } },
    chart: { addChart: { chart: { spec, position: { overlayPosition: { anchorCell: { sheetId } } } } } },
    rule: { addConditionalFormatRule: { rule: rule({ sheetId }) } },
    table: {
      addTable: { table: { range: { ...rows(6, 9, sheetId), startColumnIndex: 0, endColumnIndex: 2 } } },
    },
    delete: { deleteSheet: { sheetId } },
  });
  expect(await refused(id, onTab(0))).toEqual(Object.keys(onTab(0)));
  expect(await refused(id, onTab(1))).toEqual([]);
});

test('a range open to the whole domain is open to whoever has the owner’s domain', async () => {
  const id = await newSpreadsheet(running);
  await running.call('POST', `/drive/v3/files/${id}/permissions`, { type: 'anyone', role: 'writer' });
  const protectedRange = { range: rows(0, 1), editors: { domainUsersCanEdit: true } };
  await batch(running, id, [{ addProtectedRange: { protectedRange } }]);
  const write = async (token: string): Promise<number> =>
    (
      await batch(
        running,
        id,
        [{ repeatCell: { range: rows(0, 1), cell: { note: 'x' }, fields: 'note' } }],
        token,
      )
    ).status;
  expect([await write(OTHER), await write('token-robot')]).toEqual([200, 400]);
});

test('a part is left open of a whole tab only, as the contract says', async () => {
  const id = await newSpreadsheet(running);
  const protect = (range: object) =>
    batch(running, id, [
      { addProtectedRange: { protectedRange: { range, unprotectedRanges: [rows(0, 1)] } } },
    ]);
  expect((await protect(rows(0, 5))).body.error.message).toBe(
    'Invalid requests[0].addProtectedRange: Unprotected ranges are only supported on protected sheets.',
  );
  expect((await protect({ sheetId: 0 })).status).toBe(200);
});
