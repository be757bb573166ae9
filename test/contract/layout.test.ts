import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import type { Chart } from '../../src/domain/layout.ts';
import { versionOf } from '../../src/domain/version.ts';
import { makeStandInHarness, type StandInHarness } from './stand-in-harness.ts';

const SHEET = 7;
let harness: StandInHarness;
let runs = 0;

beforeEach(async () => {
  harness = await makeStandInHarness([
    {
      sheetId: SHEET,
      title: 'Tổng hợp',
      cells: [
        ['Nhóm', 'Chỉ số'],
        ['Sở', 84.31],
        ['Xã', 89.64],
      ],
    },
  ]);
});

afterEach(() => harness.close());

async function commit(...changes: readonly Change[]): Promise<void> {
  const port = harness.open();
  const structure = await port.readStructure();
  runs += 1;
  const outcome = await port.commit({ version: versionOf(structure) + 1, runId: `run-${runs}`, changes });
  expect(outcome.kind).toBe('committed');
}

async function sheet(): Promise<Record<string, unknown>> {
  const path = `/v4/spreadsheets/${harness.spreadsheetId}`;
  const { sheets } = await harness.rest('GET', path);
  return (sheets as Record<string, unknown>[])[0] ?? {};
}

function batch(...requests: readonly object[]): Promise<unknown> {
  return harness.rest('POST', `/v4/spreadsheets/${harness.spreadsheetId}:batchUpdate`, { requests });
}

const CHART: Chart = {
  key: 'means',
  kind: 'column',
  stacking: 'none',
  title: 'Chỉ số trung bình',
  categories: { top: 0, left: 0, height: 3, width: 1 },
  series: [{ values: { top: 0, left: 1, height: 3, width: 1 }, colour: '#1e3a5f' }],
  valueAxis: '%',
  at: { row: 5, column: 0 },
  width: 480,
  height: 300,
};

function layOut(more: Partial<Extract<Change, { kind: 'lay-out' }>>): Change {
  return {
    kind: 'lay-out',
    sheetId: SHEET,
    columnWidths: [200, 100],
    frozenRows: 1,
    frozenColumns: 0,
    ...more,
  };
}

test('a chart is added once, follows its figures at the next run, and stays where people moved it', async () => {
  await commit(layOut({ charts: [CHART] }));
  const [first] = (await sheet())['charts'] as { chartId: number; position: unknown }[];
  const moved = { overlayPosition: { anchorCell: { sheetId: SHEET, rowIndex: 20, columnIndex: 1 } } };
  await batch({
    updateEmbeddedObjectPosition: {
      objectId: first?.chartId,
      newPosition: moved,
      fields: 'anchorCell',
    },
  });
  await commit(layOut({ charts: [{ ...CHART, title: 'Trung bình' }], chartedBefore: ['means'] }));
  const charts = (await sheet())['charts'] as Record<string, unknown>[];
  expect(charts).toHaveLength(1);
  expect(charts[0]).toMatchObject({ chartId: first?.chartId, spec: { title: 'Trung bình' } });
  expect(charts[0]?.['position']).toMatchObject(moved);
});

test('a chart that is no longer wanted goes; one that staff drew stays', async () => {
  await commit(layOut({ charts: [CHART] }));
  const [ours] = (await sheet())['charts'] as { chartId: number; spec: object; position: object }[];
  await batch({ addChart: { chart: { chartId: 5, spec: ours?.spec, position: ours?.position } } });
  await commit(layOut({ charts: [], chartedBefore: ['means'] }));
  expect(((await sheet())['charts'] as { chartId: number }[]).map(({ chartId }) => chartId)).toEqual([5]);
});

test('colour scales and highlights are replaced, not added up; rules of staff stay', async () => {
  const area = { top: 1, left: 1, height: 2, width: 1 };
  const scale = { area, low: { colour: '#f59e0b', at: 0 }, high: { colour: '#2563eb', at: 97.5 } };
  await commit(layOut({ scales: [scale] }));
  const theirs = {
    // Somebody selected just the column that is shaded.
    ranges: [{ sheetId: SHEET, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 }],
    booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
  };
  await batch({ addConditionalFormatRule: { index: 0, rule: theirs } });
  const taller = { ...area, height: 3 };
  await commit(layOut({ scales: [{ ...scale, area: taller }], ruledBefore: [{ ...area, by: 'scale' }] }));
  const rules = (await sheet())['conditionalFormats'] as Record<string, unknown>[];
  expect(rules).toHaveLength(2);
  expect(rules[0]).toMatchObject({
    ranges: [{ startRowIndex: 1, endRowIndex: 4, startColumnIndex: 1, endColumnIndex: 2 }],
    gradientRule: { minpoint: { type: 'NUMBER', value: '0' }, maxpoint: { type: 'NUMBER', value: '97,5' } },
  });
  expect(rules[1]).toMatchObject({ booleanRule: { condition: { type: 'NOT_BLANK' } } });
  const blank = { area, when: { kind: 'blank' as const }, style: { background: '#fde68a' } };
  await commit(layOut({ highlights: [blank], ruledBefore: [{ ...taller, by: 'scale' }] }));
  await commit(layOut({ ruledBefore: [{ ...area, by: 'highlight' }] }));
  expect((await sheet())['conditionalFormats'] ?? []).toEqual([]);
});

test('a filter follows the table and keeps what people chose in it; the same filter is left alone', async () => {
  const filter = { top: 0, left: 0, height: 3, width: 2 };
  await commit(layOut({ filter }));
  const chosen = { 0: { hiddenValues: ['Sở'] } };
  const range = { sheetId: SHEET, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 };
  await batch({ setBasicFilter: { filter: { range, criteria: chosen } } });
  await commit(layOut({ filter }));
  await commit(layOut({ filter: { ...filter, height: 4 } }));
  expect((await sheet())['basicFilter']).toMatchObject({ range: { endRowIndex: 4 }, criteria: chosen });
});

test('what may be typed is offered as a list or bounded in the workbook’s own decimal mark', async () => {
  await commit(
    layOut({
      validations: [
        {
          area: { top: 1, left: 0, height: 1, width: 1 },
          allowed: { kind: 'one-of', values: ['Đạt', 'Không đạt'] },
          strict: true,
          help: 'Chọn một giá trị',
        },
        {
          area: { top: 1, left: 1, height: 1, width: 1 },
          allowed: { kind: 'number-between', from: 0, to: 1.5 },
          strict: true,
        },
      ],
    }),
  );
  const path = `/v4/spreadsheets/${harness.spreadsheetId}?fields=sheets.data.rowData.values.dataValidation`;
  const { sheets } = await harness.rest('GET', path);
  const rows = (sheets as { data: { rowData: { values: object[] }[] }[] }[])[0]?.data[0]?.rowData;
  expect(rows?.[1]?.values.slice(0, 2)).toEqual([
    {
      dataValidation: {
        condition: {
          type: 'ONE_OF_LIST',
          values: [{ userEnteredValue: 'Đạt' }, { userEnteredValue: 'Không đạt' }],
        },
        inputMessage: 'Chọn một giá trị',
        strict: true,
        showCustomUi: true,
      },
    },
    {
      dataValidation: {
        condition: {
          type: 'NUMBER_BETWEEN',
          values: [{ userEnteredValue: '0' }, { userEnteredValue: '1,5' }],
        },
        strict: true,
      },
    },
  ]);
});

test('a cell leads to another cell of the workbook', async () => {
  await commit({
    kind: 'write-cells',
    sheetId: SHEET,
    row: 4,
    column: 0,
    rows: [[{ value: 'Thẩm định!F12', link: { sheetId: 42, cell: 'F12' } }, { value: 'x' }]],
  });
  const path = `/v4/spreadsheets/${harness.spreadsheetId}?fields=sheets.data.rowData.values.userEnteredFormat.textFormat.link`;
  const { sheets } = await harness.rest('GET', path);
  const rows = (sheets as { data: { rowData: { values?: object[] }[] }[] }[])[0]?.data[0]?.rowData;
  expect(rows?.[4]?.values?.[0]).toEqual({
    userEnteredFormat: { textFormat: { link: { uri: '#gid=42&range=F12' } } },
  });
});

test('notes go to the cells that have one; a note of staff beside them stays', async () => {
  const note = {
    start: { sheetId: SHEET, rowIndex: 0, columnIndex: 1 },
    rows: [{ values: [{ note: 'ghi chú' }] }],
  };
  await batch({ updateCells: { ...note, fields: 'note' } });
  const row = [{ value: 'Mã', note: 'Mã đơn vị' }, { value: 'Tên' }, { value: 'Điểm', note: 'Từ 0' }];
  await commit({ kind: 'write-cells', sheetId: SHEET, row: 0, column: 0, rows: [row] });
  const path = `/v4/spreadsheets/${harness.spreadsheetId}?fields=sheets.data.rowData.values.note`;
  const { sheets } = await harness.rest('GET', path);
  const rows = (sheets as { data: { rowData: { values?: object[] }[] }[] }[])[0]?.data[0]?.rowData;
  expect(rows?.[0]?.values).toEqual([{ note: 'Mã đơn vị' }, { note: 'ghi chú' }, { note: 'Từ 0' }]);
});

const PROGRESS = { columnsRight: 1, width: 3, exemptWord: 'Không áp dụng' };
const COUNTED =
  '=SUMPRODUCT((C7:E7<>"")*(C7:E7<>"Không áp dụng")*(C$5:E$5<>"")*(C$5:E$5<1000000))&"/"&SUMPRODUCT((C7:E7<>"Không áp dụng")*(C$5:E$5<>"")*(C$5:E$5<1000000))';

test.each([
  ['at once', 2_000_000],
  ['by way of a hidden tab', 1500],
])(
  'a cell counts the entries to its right against the row of maxima, written %s',
  async (_, bytesPerWrite) => {
    const staged = await makeStandInHarness([{ sheetId: SHEET, title: 'Thẩm định' }], { bytesPerWrite });
    try {
      const port = staged.open();
      const structure = await port.readStructure();
      const counted = [
        [{ value: 'Điểm tối đa' }],
        ...Array.from({ length: 40 }, (_row, i) => [
          { value: '0/3', progress: { ...PROGRESS, rowsUp: 2 + i } },
        ]),
      ];
      const changes: readonly Change[] = [
        {
          kind: 'write-cells',
          sheetId: SHEET,
          row: 4,
          column: 1,
          rows: [...counted.slice(0, 1), [{ value: 'x' }], ...counted.slice(1)],
        },
      ];
      await port.commit({ version: versionOf(structure) + 1, runId: 'run', changes });
      const path = `/v4/spreadsheets/${staged.spreadsheetId}/values/B7:B46?valueRenderOption=FORMULA`;
      const { values } = await staged.rest('GET', path);
      expect(values).toEqual(
        Array.from({ length: 40 }, (_unit, i) => [COUNTED.replaceAll(/(?<=[CE])7/g, String(7 + i))]),
      );
    } finally {
      await staged.close();
    }
  },
);
