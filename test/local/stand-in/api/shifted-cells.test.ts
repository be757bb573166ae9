import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet, readValues, writeValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const box = (top: number, bottom: number, left: number, right: number) => ({
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: left,
  endColumnIndex: right,
});
const insert = (range: object, shiftDimension = 'ROWS') => ({ insertRange: { range, shiftDimension } });
const remove = (range: object, shiftDimension = 'ROWS') => ({ deleteRange: { range, shiftDimension } });
const chart = {
  spec: {
    basicChart: { series: [{ series: { sourceRange: { sources: [box(4, 8, 1, 2)] } } }] },
  },
  position: { overlayPosition: { anchorCell: { rowIndex: 5, columnIndex: 1 } } },
};
const bold = { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } };
const anchored = [
  { mergeCells: { range: box(4, 6, 1, 2) } },
  { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'scores', range: box(1, 8, 1, 3) } } },
  { addProtectedRange: { protectedRange: { protectedRangeId: 5, range: box(4, 8, 1, 3) } } },
  { addConditionalFormatRule: { rule: { ranges: [box(4, 8, 1, 2), box(4, 8, 0, 4)], booleanRule: bold } } },
  { setBasicFilter: { filter: { range: box(4, 8, 1, 3), criteria: { '2': { hiddenValues: ['x'] } } } } },
  { addChart: { chart: { chartId: 7, ...chart } } },
];

/** Where everything lies that was anchored in columns B and C. */
async function places(id: string) {
  const fields =
    'namedRanges.range,sheets(merges,protectedRanges.range,conditionalFormats.ranges,basicFilter,charts)';
  const { body } = await running.call('GET', `/v4/spreadsheets/${id}?fields=${fields}`);
  const { merges, protectedRanges, conditionalFormats, basicFilter, charts } = body.sheets[0];
  return {
    merge: merges?.[0],
    named: body.namedRanges?.[0].range,
    protected: protectedRanges?.[0].range,
    rule: conditionalFormats?.[0].ranges,
    filter: { range: basicFilter?.range, criteria: basicFilter?.criteria },
    source: charts[0].spec.basicChart.series?.[0].series.sourceRange.sources[0],
    anchor: charts[0].position.overlayPosition.anchorCell,
  };
}

test('cells put in push down what lies between their sides: merges, named and protected ranges, rules, filters, sources of charts', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [...anchored, insert(box(2, 4, 1, 3))]);
  expect(await places(id)).toEqual({
    merge: box(6, 8, 1, 2),
    named: box(1, 10, 1, 3),
    protected: box(6, 10, 1, 3),
    rule: [box(6, 10, 1, 2), box(4, 8, 0, 4)],
    filter: { range: box(6, 10, 1, 3), criteria: { '2': { hiddenValues: ['x'] } } },
    source: box(6, 10, 1, 2),
    anchor: chart.position.overlayPosition.anchorCell,
  });
});

test('cells taken out pull it up again, shorten what they lay in and end what they covered', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [
    ...anchored,
    insert(box(2, 4, 1, 3)),
    remove(box(2, 4, 1, 3)),
    remove(box(4, 6, 1, 3)),
  ]);
  const { merge, named, protected: closed, rule, source } = await places(id);
  expect({ merge, named, closed, rule, source }).toEqual({
    merge: undefined,
    named: box(1, 6, 1, 3),
    closed: box(4, 6, 1, 3),
    rule: [box(4, 6, 1, 2), box(4, 8, 0, 4)],
    source: box(4, 6, 1, 2),
  });
  await batch(running, id, [remove(box(0, 6, 1, 3))]);
  const after = await places(id);
  expect([after.named, after.protected, after.source, after.rule]).toEqual([
    undefined,
    undefined,
    undefined,
    [box(4, 8, 0, 4)],
  ]);
});

test('cells put in beside others push them to the right, with the columns that a filter names', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [...anchored, insert(box(4, 8, 0, 2), 'COLUMNS')]);
  const { merge, named, filter, source } = await places(id);
  expect({ merge, named, filter, source }).toEqual({
    merge: box(4, 6, 3, 4),
    named: box(1, 8, 1, 3),
    filter: { range: box(4, 8, 3, 5), criteria: { '4': { hiddenValues: ['x'] } } },
    source: box(4, 8, 3, 4),
  });
});

test('formulas follow the cells between the sides and leave the others, and what is taken out is lost to them', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'E1', [['=SUM(B1:B9)', '=SUM(A1:B9)', '=B5', '=B$3']], 'USER_ENTERED');
  const formulas = () => readValues(running, id, 'E1:H1', '?valueRenderOption=FORMULA');
  await batch(running, id, [insert(box(2, 4, 1, 3))]);
  expect(await formulas()).toEqual([['=SUM(B1:B11)', '=SUM(A1:B9)', '=B7', '=B$5']]);
  await batch(running, id, [remove(box(4, 5, 1, 3))]);
  expect(await formulas()).toEqual([['=SUM(B1:B10)', '=SUM(A1:B9)', '=B6', '=#REF!']]);
});

test('the grid grows for a merge that would be pushed off it, and ranges to the last row end at the last row', async () => {
  const id = await newSpreadsheet(running, {
    sheets: [{ properties: { sheetId: 0, gridProperties: { rowCount: 10, columnCount: 4 } } }],
  });
  await batch(running, id, [
    { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'all', range: box(0, 10, 1, 2) } } },
    insert(box(2, 4, 1, 2)),
  ]);
  const { body } = await running.call('GET', `/v4/spreadsheets/${id}?fields=namedRanges.range`);
  expect(body.namedRanges).toEqual([{ range: box(0, 10, 1, 2) }]);
  await batch(running, id, [{ mergeCells: { range: box(8, 10, 1, 2) } }, insert(box(2, 4, 1, 2))]);
  const fields = 'sheets(merges,properties.gridProperties.rowCount)';
  const grown = (await running.call('GET', `/v4/spreadsheets/${id}?fields=${fields}`)).body.sheets[0];
  expect(grown).toEqual({
    properties: { gridProperties: { rowCount: 12 } },
    merges: [box(10, 12, 1, 2)],
  });
});

test('a merge that would be torn apart refuses the shift (wording assumed)', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [{ mergeCells: { range: box(4, 5, 1, 3) } }]);
  const refused = await batch(running, id, [remove(box(0, 1, 1, 2))]);
  expect(refused.body.error.message).toBe(
    "Invalid requests[0].deleteRange: You can't shift cells which contain only part of a merged cell.",
  );
  expect((await batch(running, id, [remove(box(6, 7, 1, 2)), insert(box(0, 1, 1, 3))])).status).toBe(200);
});
