import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { newSpreadsheet, readValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const create = (body: object) => running.call('POST', '/v4/spreadsheets', body);
const box = (rows: number, columns: number) => ({
  sheetId: 7,
  startRowIndex: 0,
  endRowIndex: rows,
  startColumnIndex: 0,
  endColumnIndex: columns,
});
const rule = {
  ranges: [box(2, 2)],
  booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
};

test('a spreadsheet is made with everything that it is given', async () => {
  const id = await newSpreadsheet(running, {
    properties: { title: 'Bảng', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
    namedRanges: [{ name: 'marks', range: box(2, 2) }],
    developerMetadata: [
      { metadataKey: 'k', metadataValue: 'v', location: { spreadsheet: true }, visibility: 'DOCUMENT' },
    ],
    sheets: [
      {
        properties: { sheetId: 7, title: 'Một' },
        data: [
          {
            startRow: 1,
            rowData: [
              {
                values: [
                  { userEnteredValue: { numberValue: 1 } },
                  { userEnteredValue: { formulaValue: '=A2+1' } },
                ],
              },
            ],
            columnMetadata: [{ pixelSize: 40 }],
          },
        ],
        merges: [{ ...box(1, 2) }],
        conditionalFormats: [rule, { ...rule, ranges: [box(1, 1)] }],
        bandedRanges: [{ range: box(3, 2), rowProperties: { firstBandColor: { red: 1 } } }],
        basicFilter: { range: box(3, 2) },
        protectedRanges: [{ range: box(1, 1), warningOnly: true }],
        rowGroups: [
          { range: { sheetId: 7, dimension: 'ROWS', startIndex: 1, endIndex: 3 }, collapsed: true },
        ],
      },
      { properties: { title: 'Hai', hidden: true } },
    ],
  });
  const { body } = await running.call('GET', `/v4/spreadsheets/${id}?includeGridData=true`);
  const [first, second] = body.sheets;
  expect(body.properties).toMatchObject({ locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' });
  expect(body.namedRanges).toMatchObject([{ name: 'marks', range: box(2, 2) }]);
  expect(body.developerMetadata).toMatchObject([{ metadataKey: 'k', metadataValue: 'v' }]);
  expect(first.merges).toEqual([box(1, 2)]);
  expect(first.conditionalFormats.map(({ ranges }: { ranges: unknown }) => ranges)).toEqual([
    [box(2, 2)],
    [box(1, 1)],
  ]);
  expect(first.bandedRanges).toMatchObject([{ range: box(3, 2) }]);
  expect(first.basicFilter).toMatchObject({ range: box(3, 2) });
  expect(first.protectedRanges).toMatchObject([{ range: box(1, 1), warningOnly: true }]);
  expect(first.rowGroups).toMatchObject([{ collapsed: true, depth: 1 }]);
  expect(first.data[0].columnMetadata[0].pixelSize).toBe(40);
  expect(second.properties).toMatchObject({ title: 'Hai', hidden: true });
  expect(await readValues(running, id, "'Một'!A2:B2")).toEqual([['1', '2']]);
});

test('a tab that nobody sized holds all its data, and one that is too small for it is refused', async () => {
  const far = [{ startRow: 1999, rowData: [{ values: [{ note: 'x' }] }] }];
  const id = await newSpreadsheet(running, { sheets: [{ data: far }] });
  const { body } = await running.call(
    'GET',
    `/v4/spreadsheets/${id}?fields=sheets.properties.gridProperties`,
  );
  expect(body.sheets[0].properties.gridProperties).toEqual({ rowCount: 2000, columnCount: 26 });
  const small = { properties: { gridProperties: { rowCount: 5, columnCount: 5 } }, data: far };
  expect((await create({ sheets: [small] })).status).toBe(400);
});

test.each([
  [400, { properties: { locale: 'tiếng Việt' } }],
  [400, { properties: { locale: 'xx_YY' } }],
  [400, { properties: { timeZone: 'Mars/Olympus' } }],
  [400, { sheets: [{ properties: { hidden: true } }] }],
  [400, { sheets: [{ properties: { title: 'a' } }, { properties: { title: 'A' } }] }],
  [400, { sheets: [{ properties: { sheetId: 1, title: 'a' } }, { properties: { sheetId: 1, title: 'b' } }] }],
  [400, { namedRanges: [{ name: 'marks', range: { sheetId: 99 } }] }],
  [501, { dataSources: [{ dataSourceId: 'x' }] }],
  [501, { sheets: [{ properties: { sheetType: 'OBJECT' } }] }],
])('%i for %j, and no file is made', async (status, body) => {
  const count = async (): Promise<number> =>
    (await running.call('GET', '/drive/v3/files?pageSize=1000')).body.files.length;
  const before = await count();
  expect((await create(body)).status).toBe(status);
  expect(await count()).toBe(before);
});
