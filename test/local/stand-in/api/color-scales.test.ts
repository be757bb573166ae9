import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet, writeValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const WHITE = { rgbColor: { red: 1, green: 1, blue: 1 } };
const RED = { rgbColor: { red: 1 } };
const point = (type: string, value?: string, colorStyle: object = WHITE) => ({
  type,
  ...(value === undefined ? {} : { value }),
  colorStyle,
});
const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 };
const scale = (gradientRule: object) => ({
  addConditionalFormatRule: { rule: { ranges: [range], gradientRule } },
});

test.each([
  [{ minpoint: point('MIN') }, 'No interpolationPointType specified.'],
  [{ maxpoint: point('MAX') }, 'No interpolationPointType specified.'],
  [{ minpoint: { value: '1' }, maxpoint: point('MAX') }, 'No interpolationPointType specified.'],
  [{ minpoint: point('NUMBER'), maxpoint: point('MAX') }, 'InterpolationPoint.value is required.'],
  [
    { minpoint: point('MIN'), midpoint: point('PERCENTILE'), maxpoint: point('MAX') },
    'InterpolationPoint.value is required.',
  ],
])(
  'a color scale without a kind or a value is refused in the words that were measured: %j',
  async (rule, words) => {
    const id = await newSpreadsheet(running);
    const { status, body } = await batch(running, id, [scale(rule)]);
    expect([status, body.error.message]).toEqual([
      400,
      `Invalid requests[0].addConditionalFormatRule: ${words}`,
    ]);
  },
);

test('a value is typed in the locale: where the comma is decimal, a point is refused (measured for de_DE and pt_BR)', async () => {
  const id = await newSpreadsheet(running, { properties: { locale: 'vi_VN' } });
  const from = (value: string) =>
    batch(running, id, [scale({ minpoint: point('NUMBER', value), maxpoint: point('NUMBER', '3,5', RED) })]);
  expect((await from('1.5')).body.error.message).toBe(
    'Invalid requests[0].addConditionalFormatRule: Invalid InterpolationPoint.value: 1.5',
  );
  expect((await from('1,5')).status).toBe(200);
  await writeValues(running, id, 'A1', [[1.5], [2.5], [3.5]]);
  const fields = 'sheets(conditionalFormats,data.rowData.values.effectiveFormat.backgroundColor)';
  const { body } = await running.call('GET', `/v4/spreadsheets/${id}?ranges=A1:A3&fields=${fields}`);
  const [{ conditionalFormats, data }] = body.sheets;
  expect(conditionalFormats[0].gradientRule.minpoint.value).toBe('1,5');
  const green = data[0].rowData.map(
    ({ values: [cell] }: { values: [{ effectiveFormat: { backgroundColor: { green?: number } } }] }) =>
      cell.effectiveFormat.backgroundColor.green,
  );
  expect(green).toEqual([1, expect.closeTo(0.5, 2), undefined]);
});

test('the least and the greatest keep no value of their own (measured)', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [scale({ minpoint: point('MIN', '2'), maxpoint: point('MAX', '3') })]);
  const { body } = await running.call('GET', `/v4/spreadsheets/${id}?fields=sheets.conditionalFormats`);
  const { minpoint, maxpoint } = body.sheets[0].conditionalFormats[0].gradientRule;
  expect([minpoint.value, maxpoint.value]).toEqual([undefined, undefined]);
});
