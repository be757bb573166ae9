import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet, readValues, writeValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  // Wednesday, 25 November 2026: conditions about days are judged on it.
  running = await runStandIn({ now: () => new Date('2026-11-25T10:00:00Z'), strictValidation: true });
});
afterAll(() => running.end());

const value = (userEnteredValue: string) => ({ userEnteredValue });
const condition = (type: string, ...values: readonly object[]) => ({ type, values });
const column = { sheetId: 0, startRowIndex: 0, endRowIndex: 20, startColumnIndex: 0, endColumnIndex: 1 };
const strict = (wanted: object) => ({
  setDataValidation: { range: column, rule: { condition: wanted, strict: true } },
});

/** Which of the values a strict rule lets in. */
async function taken(
  wanted: object,
  candidates: readonly unknown[],
  locale = 'vi_VN',
): Promise<readonly unknown[]> {
  const id = await newSpreadsheet(running, { properties: { locale } });
  await writeValues(running, id, 'D1', [['Sở Nội vụ'], ['Sở Tài chính'], [7]]);
  expect((await batch(running, id, [strict(wanted)])).status).toBe(200);
  const passed: unknown[] = [];
  for (const candidate of candidates) {
    // biome-ignore lint/performance/noAwaitInLoops: each is looked at alone
    const { status, body } = await writeValues(running, id, 'A3', [[candidate]]);
    if (status === 200) passed.push(candidate);
    else
      expect(body.error.message).toBe(
        'The data you entered in cell A3 violates the data validation rules set on this sheet.',
      );
  }
  return passed;
}

const CANDIDATES = [
  0,
  1.5,
  2.5,
  46_351,
  'abc',
  'ABC',
  'x@y.vn',
  'https://binhduong.gov.vn/',
  true,
  'Sở Nội vụ',
  '',
];

test.each([
  [condition('NUMBER_BETWEEN', value('0'), value('2,5')), [0, 1.5, 2.5, '']],
  [condition('NUMBER_NOT_BETWEEN', value('0'), value('2')), [2.5, 46_351, '']],
  [condition('NUMBER_GREATER', value('1,5')), [2.5, 46_351, '']],
  [condition('NUMBER_NOT_EQ', value('0')), [1.5, 2.5, 46_351, '']],
  [condition('TEXT_CONTAINS', value('b')), ['abc', 'ABC', 'https://binhduong.gov.vn/', '']],
  [condition('TEXT_EQ', value('abc')), ['abc', 'ABC', '']],
  [condition('TEXT_IS_EMAIL'), ['x@y.vn', '']],
  [condition('TEXT_IS_URL'), ['https://binhduong.gov.vn/', '']],
  [condition('DATE_EQ', value('25/11/2026')), [46_351, '']],
  [condition('DATE_ON_OR_BEFORE', value('24/11/2026')), [0, 1.5, 2.5, '']],
  [condition('DATE_IS_VALID'), [0, 1.5, 2.5, 46_351, '']],
  [condition('ONE_OF_LIST', value('abc'), value('2,5')), [2.5, 'abc', 'ABC', '']],
  [condition('ONE_OF_RANGE', value('=Sheet1!$D$1:$D$3')), ['Sở Nội vụ', '']],
  [condition('BOOLEAN'), [true, '']],
  // A formula of somebody's own cannot be judged here and stops nobody.
  [condition('CUSTOM_FORMULA', value('=A3>B3')), CANDIDATES],
])('a strict rule %o lets in %o', async (wanted, expected) => {
  expect(await taken(wanted, CANDIDATES)).toEqual(expected);
});

test('a refused value takes its whole call along, by whichever method it comes', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [strict(condition('NUMBER_LESS', value('10')))]);
  const path = `/v4/spreadsheets/${id}/values`;
  const data = [
    { range: 'B1', values: [['kept?']] },
    { range: 'A2', values: [[11]] },
  ];
  const values = await running.call('POST', `${path}:batchUpdate`, { valueInputOption: 'RAW', data });
  const appended = await running.call('POST', `${path}/A1:append?valueInputOption=RAW`, { values: [[12]] });
  const cells = await batch(running, id, [
    {
      updateCells: {
        start: { columnIndex: 1 },
        rows: [{ values: [{ userEnteredValue: { numberValue: 1 } }] }],
        fields: '*',
      },
    },
    {
      repeatCell: {
        range: column,
        cell: { userEnteredValue: { numberValue: 13 } },
        fields: 'userEnteredValue',
      },
    },
  ]);
  const words = (cell: string) =>
    `The data you entered in cell ${cell} violates the data validation rules set on this sheet.`;
  expect([values, appended, cells].map(({ body }) => body.error.message)).toEqual([
    `Invalid data[1]: ${words('A2')}`,
    words('A1'),
    `Invalid requests[1].repeatCell: ${words('A1')}`,
  ]);
  expect(await readValues(running, id, 'Sheet1')).toBeUndefined();
});

test('what a rule finds when it comes, and what is moved under it, stays; the switch turns the refusal off', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [[99]]);
  await batch(running, id, [strict(condition('NUMBER_LESS', value('10')))]);
  expect((await writeValues(running, id, 'B1', [[1]])).status).toBe(200);
  const insert = { insertDimension: { range: { dimension: 'ROWS', startIndex: 0, endIndex: 1 } } };
  expect((await batch(running, id, [insert])).status).toBe(200);
  const setSwitch = (state: string) =>
    fetch(new URL('/stand-in/strict-validation', running.standIn.rootUrl), {
      method: 'PUT',
      headers: { 'x-stand-in-admin': 'yes' },
      body: JSON.stringify(state),
    });
  expect((await setSwitch('off')).status).toBe(200);
  expect((await writeValues(running, id, 'A3', [[11]])).status).toBe(200);
  expect((await setSwitch('maybe')).status).toBe(400);
  expect((await setSwitch('on')).status).toBe(200);
  expect((await writeValues(running, id, 'A3', [[12]])).status).toBe(400);
});

test('a condition has a kind that belongs there and as many values as it takes', async () => {
  const id = await newSpreadsheet(running);
  const refusal = async (request: object): Promise<string> =>
    (await batch(running, id, [request])).body.error.message;
  expect(await refusal(strict(condition('NUMBER_BETWEEN', value('1'))))).toMatch(
    /does not take 1 condition values/,
  );
  expect(await refusal(strict(condition('NOT_BLANK')))).toMatch(
    /ConditionType 'NOT_BLANK' is not supported in data validation\.$/,
  );
  const format = { textFormat: { bold: true } };
  const rule = (wanted: object, index = 0) => ({
    addConditionalFormatRule: {
      rule: { ranges: [column], booleanRule: { condition: wanted, format } },
      index,
    },
  });
  expect(await refusal(rule({}))).toMatch(/ConditionType 'CONDITION_TYPE_UNSPECIFIED' is not supported/);
  expect(await refusal(rule(condition('BOOLEAN')))).toBe(
    "Invalid requests[0].addConditionalFormatRule: ConditionType 'BOOLEAN' is not supported in conditional formats.",
  );
  expect(await refusal(rule(condition('BLANK'), -1))).toMatch(/index must be >= 0/);
  expect(await refusal(rule(condition('BLANK'), 1))).toMatch(/past the last rule/);
  await batch(running, id, [rule(condition('BLANK'))]);
  expect(await refusal({ updateConditionalFormatRule: { sheetId: 0, index: 0, newIndex: 1 } })).toMatch(
    /past the last rule/,
  );
});

test('a basic filter hides the rows that its criteria rule out, and follows its columns', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [
    ['unit', 'index', 'day'],
    ['SNV', 92.5, 46_350],
    ['STC', 60, 46_352],
    ['SYT', 88, 46_340],
  ]);
  const criteria = {
    0: { hiddenValues: ['SNV'] },
    1: { condition: condition('NUMBER_GREATER', value('70')) },
  };
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 3 };
  await batch(running, id, [{ setBasicFilter: { filter: { range, criteria } } }]);
  const read = async () =>
    (
      await running.call(
        'GET',
        `/v4/spreadsheets/${id}?ranges=A1:A5&fields=sheets(basicFilter,data.rowMetadata.hiddenByFilter)`,
      )
    ).body.sheets[0];
  const hidden = async () => (await read()).data[0].rowMetadata;
  expect(await hidden()).toEqual([{}, { hiddenByFilter: true }, { hiddenByFilter: true }, {}, {}]);
  expect((await read()).basicFilter.filterSpecs).toEqual([
    { filterCriteria: criteria[0] },
    { columnIndex: 1, filterCriteria: criteria[1] },
  ]);
  await batch(running, id, [
    { insertDimension: { range: { dimension: 'COLUMNS', startIndex: 0, endIndex: 2 } } },
  ]);
  expect(Object.keys((await read()).basicFilter.criteria)).toEqual(['2', '3']);
  expect(await hidden()).toEqual([{}, { hiddenByFilter: true }, { hiddenByFilter: true }, {}, {}]);
  const yesterday = { condition: { type: 'DATE_BEFORE', values: [{ relativeDate: 'YESTERDAY' }] } };
  const filterSpecs = [{ columnIndex: 4, filterCriteria: yesterday }];
  await batch(running, id, [
    { setBasicFilter: { filter: { range: { ...range, endColumnIndex: 5 }, filterSpecs } } },
  ]);
  expect(await hidden()).toEqual([{}, { hiddenByFilter: true }, { hiddenByFilter: true }, {}, {}]);
  await batch(running, id, [{ clearBasicFilter: { sheetId: 0 } }]);
  expect(await hidden()).toEqual([{}, {}, {}, {}, {}]);
});

test('the look of a cell shows bands below and conditional formats above its own format', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [
    [0, 1],
    [5, 6],
    [10, 2],
  ]);
  const range = (startColumnIndex: number) => ({
    ...column,
    endRowIndex: 3,
    startColumnIndex,
    endColumnIndex: startColumnIndex + 1,
  });
  const point = (type: string, red: number, blue: number) => ({ type, color: { red, blue } });
  await batch(running, id, [
    {
      addBanding: {
        bandedRange: {
          range: range(1),
          rowProperties: {
            headerColor: { green: 1 },
            firstBandColor: { red: 1 },
            secondBandColor: { blue: 1 },
          },
        },
      },
    },
    {
      addConditionalFormatRule: {
        rule: {
          ranges: [range(0)],
          gradientRule: { minpoint: point('MIN', 1, 0), maxpoint: point('MAX', 0, 1) },
        },
      },
    },
    ...[
      { textFormat: { italic: true } },
      { textFormat: { bold: true, italic: false }, backgroundColor: { red: 1, green: 1 } },
    ].map((format) => ({
      addConditionalFormatRule: {
        rule: {
          ranges: [range(1)],
          booleanRule: { condition: condition('NUMBER_GREATER', value('5')), format },
        },
        index: 0,
      },
    })),
  ]);
  const fields = 'sheets.data.rowData.values.effectiveFormat(backgroundColor,textFormat(bold,italic))';
  const { body } = await running.call('GET', `/v4/spreadsheets/${id}?ranges=A1:B3&fields=${fields}`);
  const looks = body.sheets[0].data[0].rowData.map(
    ({ values }: { values: readonly { effectiveFormat: object }[] }) =>
      values.map(({ effectiveFormat }) => effectiveFormat),
  );
  const plain = { bold: false, italic: false };
  expect(looks).toEqual([
    [
      { backgroundColor: { red: 1 }, textFormat: plain },
      { backgroundColor: { green: 1 }, textFormat: plain },
    ],
    [
      { backgroundColor: { red: 0.49803922, blue: 0.49803922 }, textFormat: plain },
      { backgroundColor: { red: 1, green: 1 }, textFormat: { bold: true, italic: false } },
    ],
    [
      { backgroundColor: { blue: 1 }, textFormat: plain },
      { backgroundColor: { blue: 1 }, textFormat: plain },
    ],
  ]);
});
