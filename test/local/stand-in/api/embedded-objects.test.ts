import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const column = (startColumnIndex: number, sheetId = 0) => ({
  sheetId,
  startRowIndex: 0,
  endRowIndex: 4,
  startColumnIndex,
  endColumnIndex: startColumnIndex + 1,
});

const spec = (...sources: readonly object[]) => ({
  title: 'Xếp hạng',
  basicChart: {
    chartType: 'COLUMN',
    domains: [{ domain: { sourceRange: { sources: [column(0)] } } }],
    series: sources.map((source) => ({ series: { sourceRange: { sources: [source] } } })),
  },
});

const chart = (chartId: number, anchorCell: object, ...sources: readonly object[]) => ({
  addChart: { chart: { chartId, spec: spec(...sources), position: { overlayPosition: { anchorCell } } } },
});

const insert = (dimension: string, startIndex: number, endIndex: number, sheetId = 0) => ({
  insertDimension: { range: { sheetId, dimension, startIndex, endIndex } },
});
const remove = (dimension: string, startIndex: number, endIndex: number, sheetId = 0) => ({
  deleteDimension: { range: { sheetId, dimension, startIndex, endIndex } },
});

// biome-ignore lint/suspicious/noExplicitAny: the contract checks the answer
const chartsOf = async (id: string): Promise<readonly any[]> => {
  const { body } = await running.call('GET', `/v4/spreadsheets/${id}?fields=sheets.charts`);
  return body.sheets.flatMap(({ charts = [] }: { charts?: readonly unknown[] }) => charts);
};

test('a chart floats along with its anchor and goes on showing the same cells', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [
    chart(1, { rowIndex: 6, columnIndex: 3 }, column(1)),
    insert('ROWS', 0, 2),
    insert('COLUMNS', 1, 2),
    { moveDimension: { source: { dimension: 'COLUMNS', startIndex: 2, endIndex: 3 }, destinationIndex: 0 } },
  ]);
  const [one] = await chartsOf(id);
  expect(one.position.overlayPosition.anchorCell).toEqual({ rowIndex: 8, columnIndex: 4 });
  const { domains, series } = one.spec.basicChart;
  const rows = { startRowIndex: 2, endRowIndex: 6 };
  expect(series[0].series.sourceRange.sources).toEqual([{ ...rows, startColumnIndex: 0, endColumnIndex: 1 }]);
  expect(domains[0].domain.sourceRange.sources).toEqual([
    { ...rows, startColumnIndex: 1, endColumnIndex: 2 },
  ]);
});

test('a chart whose rows are deleted stays, without the series that showed them', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [
    { addSheet: { properties: { sheetId: 7, title: 'Data' } } },
    chart(1, { rowIndex: 9 }, column(1), column(2, 7)),
    remove('ROWS', 0, 5),
  ]);
  const [one] = await chartsOf(id);
  expect(one.position.overlayPosition.anchorCell).toEqual({ rowIndex: 4 });
  expect(one.spec.basicChart).toEqual({
    chartType: 'COLUMN',
    series: [{ series: { sourceRange: { sources: [column(2, 7)] } } }],
  });
});

test('a chart on one tab follows the rows of another, and loses a tab that is deleted', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [
    { addSheet: { properties: { sheetId: 7, title: 'Data' } } },
    chart(1, {}, column(1), column(2, 7)),
    insert('ROWS', 0, 3, 7),
  ]);
  const moved = { ...column(2, 7), startRowIndex: 3, endRowIndex: 7 };
  expect((await chartsOf(id))[0].spec.basicChart.series[1].series.sourceRange.sources).toEqual([moved]);
  await batch(running, id, [{ deleteSheet: { sheetId: 7 } }]);
  expect((await chartsOf(id))[0].spec.basicChart.series).toHaveLength(1);
});

test('a duplicated tab has charts of its own that show its own cells', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [
    chart(1, {}, column(1)),
    { addProtectedRange: { protectedRange: { range: { sheetId: 0 } } } },
    { duplicateSheet: { sourceSheetId: 0, newSheetId: 9, newSheetName: 'Twin' } },
  ]);
  const { body } = await running.call('GET', `/v4/spreadsheets/${id}`);
  const twin = body.sheets.find(
    (sheet: { properties: { sheetId: number } }) => sheet.properties.sheetId === 9,
  );
  expect(twin.charts[0].chartId).not.toBe(1);
  expect(twin.charts[0].position.overlayPosition.anchorCell).toEqual({ sheetId: 9 });
  const { series } = twin.charts[0].spec.basicChart;
  expect(series[0].series.sourceRange.sources).toEqual([column(1, 9)]);
  expect(twin.protectedRanges[0].range).toEqual({ sheetId: 9 });
});

test('a chart without a kind, of two kinds, off the grid or about a tab that is not there is refused', async () => {
  const id = await newSpreadsheet(running);
  const refusal = async (request: object) => (await batch(running, id, [request])).body.error.message;
  const { overlayPosition } = { overlayPosition: { anchorCell: {} } };
  const add = (wanted: object) => ({ addChart: { chart: { spec: wanted, position: { overlayPosition } } } });
  expect(await refusal(add({ title: 'x' }))).toMatch(/must name the kind of the chart/);
  expect(await refusal(add({ ...spec(column(1)), pieChart: {} }))).toMatch(
    /oneof field 'chart' is already set/,
  );
  expect(await refusal(chart(1, { rowIndex: 5000 }, column(1)))).toBe(
    'Invalid requests[0].addChart: GridCoordinate.rowIndex[5000] is after last row in grid[999]',
  );
  expect(await refusal(chart(1, {}, column(200)))).toMatch(/exceeds grid limits/);
  expect(await refusal(chart(1, {}, column(1, 42)))).toMatch(/No grid with id: 42/);
  expect(await refusal({ updateChartSpec: { chartId: 3, spec: spec(column(1)) } })).toMatch(
    /No embedded object with id: 3/,
  );
});
