import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet, readValues, writeValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const source = { startRowIndex: 0, endRowIndex: 4, startColumnIndex: 1, endColumnIndex: 2 };
const spec = { basicChart: { series: [{ series: { sourceRange: { sources: [source] } } }] } };
const add = (position: object, chartId = 1) => ({ addChart: { chart: { chartId, spec, position } } });
const move = (newPosition: object, fields?: string) => ({
  updateEmbeddedObjectPosition: { objectId: 1, newPosition, fields },
});
const overlay = { overlayPosition: { anchorCell: { rowIndex: 2 } } };

const sheetsOf = async (id: string) => (await running.call('GET', `/v4/spreadsheets/${id}`)).body.sheets;
/** What clients look at first. */
interface Tab {
  readonly properties: {
    readonly title: string;
    readonly index: number;
    readonly sheetType: string;
    readonly gridProperties?: object;
  };
}
const tabsOf = async (id: string) =>
  (await sheetsOf(id)).map(({ properties: { title, index, sheetType, gridProperties } }: Tab) => [
    title,
    index,
    sheetType,
    gridProperties === undefined ? 'no grid' : 'grid',
  ]);

test('a chart may get a new tab of its own, which has no grid and no cells', async () => {
  const id = await newSpreadsheet(running);
  const { body } = await batch(running, id, [add({ newSheet: true })]);
  const { sheetId } = body.replies[0].addChart.chart.position;
  expect(body.replies[0].addChart).toEqual({ chart: { chartId: 1, spec, position: { sheetId } } });
  const { body: shown } = await running.call('GET', `/v4/spreadsheets/${id}?includeGridData=true`);
  expect(shown.sheets[1]).toEqual({
    properties: { sheetId, title: 'Chart1', index: 1, sheetType: 'OBJECT' },
    charts: [{ chartId: 1, spec, position: { sheetId } }],
  });
  const words = async (request: object) => (await batch(running, id, [request])).body.error.message;
  expect(await words({ repeatCell: { range: { sheetId }, cell: {}, fields: 'note' } })).toBe(
    `Invalid requests[0].repeatCell: No grid with id: ${sheetId}`,
  );
  const read = await running.call('GET', `/v4/spreadsheets/${id}/values/Chart1!A1`);
  expect(read.body.error.message).toBe('Unable to parse range: Chart1!A1');
});

test('the id of the tab may be given, once; further tabs of charts are counted', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [add({ sheetId: 8 }), add({ newSheet: true }, 2)]);
  expect(await tabsOf(id)).toEqual([
    ['Sheet1', 0, 'GRID', 'grid'],
    ['Chart1', 1, 'OBJECT', 'no grid'],
    ['Chart2', 2, 'OBJECT', 'no grid'],
  ]);
  expect((await batch(running, id, [add({ sheetId: 8 }, 3)])).body.error.message).toBe(
    'Invalid requests[0].addChart: Sheet with id 8 already exists',
  );
});

test('a chart moves to a tab of its own and back, and the tab goes with it; so does it when the chart is deleted', async () => {
  const id = await newSpreadsheet(running);
  const { body } = await batch(running, id, [add(overlay), move({ newSheet: true })]);
  const { sheetId } = body.replies[1].updateEmbeddedObjectPosition.position;
  expect((await sheetsOf(id))[1].charts[0].position).toEqual({ sheetId });
  await batch(running, id, [move(overlay, 'anchorCell')]);
  expect(await tabsOf(id)).toEqual([['Sheet1', 0, 'GRID', 'grid']]);
  expect((await sheetsOf(id))[0].charts[0].position.overlayPosition.anchorCell).toEqual({ rowIndex: 2 });
  await batch(running, id, [move({ newSheet: true }), { deleteEmbeddedObject: { objectId: 1 } }]);
  expect(await tabsOf(id)).toEqual([['Sheet1', 0, 'GRID', 'grid']]);
});

test('such a tab is renamed, moved, copied and deleted as any other, and its chart follows the cells that it shows', async () => {
  const id = await newSpreadsheet(running);
  const rename = { properties: { sheetId: 8, title: 'Biểu đồ', index: 0 }, fields: 'title,index' };
  await batch(running, id, [
    add({ sheetId: 8 }),
    { updateSheetProperties: rename },
    { duplicateSheet: { sourceSheetId: 8, newSheetId: 9, insertSheetIndex: 2 } },
    { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } } },
  ]);
  const sheets = await sheetsOf(id);
  const moved = { ...source, startRowIndex: 2, endRowIndex: 6 };
  expect(sheets[0].charts[0].spec.basicChart.series[0].series.sourceRange.sources).toEqual([moved]);
  expect(sheets[2].charts[0].position).toEqual({ sheetId: 9 });
  expect(await tabsOf(id)).toEqual([
    ['Biểu đồ', 0, 'OBJECT', 'no grid'],
    ['Sheet1', 1, 'GRID', 'grid'],
    ['Copy of Biểu đồ', 2, 'OBJECT', 'no grid'],
  ]);
  await writeValues(running, id, 'A1', [['first grid']]);
  expect(await readValues(running, id, 'Sheet1!A1')).toEqual([['first grid']]);
  const csv = await running.call('GET', `/drive/v3/files/${id}/export?mimeType=text/csv`);
  expect(csv.body).toBe('first grid');
  await batch(running, id, [{ deleteSheet: { sheetId: 8 } }]);
  expect(await tabsOf(id)).toHaveLength(2);
  const last = await batch(running, id, [
    { deleteSheet: { sheetId: 0 } },
    { deleteEmbeddedObject: { objectId: 2 } },
  ]);
  expect(last.status).toBe(400);
});

test('a tab of a chart stands in the store with its chart', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [add({ sheetId: 8 })]);
  const before = await sheetsOf(id);
  await running.standIn.close();
  running = await runStandIn({ storeDir: running.directory });
  expect(await sheetsOf(id)).toEqual(before);
});
