import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageWorkbook } from '../../../../src/local/page/model/page-workbook.ts';
import { readPageWorkbook } from '../../../../src/local/page/model/read-workbook.ts';
import { type Running, runStandIn } from '../../stand-in/running-stand-in.ts';
import { pageOf } from '../page-states.ts';
import { makeRichWorkbook, SHEETS } from '../rich-workbook.ts';

let running: Running;
let id: string;
let page: PageWorkbook;

beforeAll(async () => {
  running = await runStandIn();
  id = await makeRichWorkbook(running.standIn.rootUrl, 'token-binh');
  page = pageOf(running.standIn, id);
});
afterAll(() => running.end());

const scores = () => page.tabs.find((tab) => tab.id === SHEETS.scores);
const cell = (row: number, column: number) => scores()?.rows[row]?.[column] ?? null;
const look = (row: number, column: number) => page.looks[cell(row, column)?.look ?? ''];

test('cells hold what was entered and show it in the workbook’s locale', () => {
  expect(scores()?.rows[3]?.map((each) => [each?.value, each?.shown])).toEqual([
    ['TDM', undefined],
    ['Thành phố Thủ Dầu Một', undefined],
    [1.75, '1,75'],
    ['Tốt', undefined],
    [46082, '01/03/2026'],
    [0.75, '75%'],
    ['Đã thẩm định', undefined],
  ]);
});

test('notes and links hang on their cells; a HYPERLINK shows its words', () => {
  const links = page.tabs.find((tab) => tab.id === SHEETS.notes)?.rows[1]?.[1];
  expect([cell(3, 1)?.note, cell(4, 1)?.link]).toEqual([
    'Đơn vị dẫn đầu năm trước',
    `#gid=${SHEETS.notes}&range=B2`,
  ]);
  expect(links).toEqual({
    value: 'Văn bản',
    formula: '=HYPERLINK("https://example.test/a","Văn bản")',
    link: 'https://example.test/a',
  });
});

test('a colour scale gives the least, the middle and the most their colours, and blends between', () => {
  expect([3, 4, 5, 6].map((row) => look(row, 2)?.background)).toEqual([
    '#a1d07e',
    '#f7686b',
    '#63bf7a',
    '#fcb279',
  ]);
});

test('a rule by formula marks the whole row of a unit, and no other', () => {
  expect([3, 4, 5, 6].map((row) => look(row, 0)?.background)).toEqual([
    undefined,
    undefined,
    undefined,
    '#ffe5e5',
  ]);
  expect(look(6, 1)?.bold).toBe(true);
});

test('rules stand once each, with the rectangle in which they hold', () => {
  const box = (left: number) => [{ top: 3, bottom: 7, left, right: left + 1 }];
  expect(scores()?.validations).toEqual([
    {
      boxes: box(2),
      rule: {
        condition: { type: 'NUMBER_BETWEEN', values: ['0', '2'] },
        strict: true,
        offered: false,
        message: 'Điểm tối đa là 2.',
      },
    },
    {
      boxes: box(3),
      rule: {
        condition: { type: 'ONE_OF_LIST', values: ['Tốt', 'Khá', 'Yếu'], options: ['Tốt', 'Khá', 'Yếu'] },
        strict: true,
        offered: true,
      },
    },
  ]);
});

test('protection says for this person whether they may edit, and why there is one', () => {
  expect(scores()?.protections).toEqual([
    {
      box: { top: 2, bottom: 3, left: 0, right: 7 },
      open: [],
      description: 'Tiêu đề do hệ thống ghi',
      allowed: false,
    },
  ]);
});

test('a tab is laid out as it stands: frozen edges, widths, merges, colour, hidden or not', () => {
  const {
    rows: _rows,
    validations: _rules,
    protections: _open,
    charts: _charts,
    ...frame
  } = scores() ?? { rows: [] };
  expect(frame).toEqual({
    id: SHEETS.scores,
    title: 'Điểm',
    hidden: false,
    color: '#cc3333',
    rowCount: 60,
    columnCount: 12,
    frozenRows: 3,
    frozenColumns: 2,
    gridlines: true,
    rowHeights: {},
    columnWidths: { 1: 220 },
    merges: [{ top: 0, bottom: 1, left: 2, right: 7 }],
  });
  expect(page.tabs.map(({ hidden }) => hidden)).toEqual([false, false, false, true]);
});

test('charts come with their figures as the cells stand', () => {
  const [columns] = page.tabs.find((tab) => tab.id === SHEETS.ranking)?.charts ?? [];
  expect(columns).toEqual({
    id: 501,
    row: 3,
    column: 1,
    offsetX: 10,
    offsetY: 5,
    width: 560,
    height: 300,
    chart: {
      kind: 'axes',
      title: 'Điểm thẩm định theo đơn vị',
      subtitle: '',
      locale: 'vi_VN',
      lying: false,
      stacking: 'none',
      smooth: false,
      legend: 'bottom',
      categories: ['Thành phố Thủ Dầu Một', 'Thị xã Thuận An', 'Thị xã Dĩ An', 'Thị xã Bến Cát'],
      categoryTitle: '',
      left: { title: 'Điểm' },
      right: { title: '' },
      series: [
        {
          name: 'Điểm',
          kind: 'columns',
          values: [1.75, 0.5, 2, 1],
          color: '#1e3a5e',
          onRight: false,
          labelled: false,
        },
        {
          name: 'Tỷ lệ',
          kind: 'columns',
          values: [0.75, 0.5, 1, 0.25],
          color: '#f9bc05',
          onRight: false,
          labelled: false,
        },
      ],
    },
  });
});

test('rows in hidden lines and filtered rows are left out of charts', async () => {
  const hide = {
    updateDimensionProperties: {
      range: { sheetId: SHEETS.scores, dimension: 'ROWS', startIndex: 4, endIndex: 5 },
      properties: { hiddenByUser: true },
      fields: 'hiddenByUser',
    },
  };
  await running.call('POST', `/v4/spreadsheets/${id}:batchUpdate`, { requests: [hide] }, 'token-binh');
  const [placed] = pageOf(running.standIn, id).tabs.find((tab) => tab.id === SHEETS.ranking)?.charts ?? [];
  expect(placed?.chart.kind === 'axes' && placed.chart.categories).toEqual([
    'Thành phố Thủ Dầu Một',
    'Thị xã Dĩ An',
    'Thị xã Bến Cát',
  ]);
});

test('the owner edits protected cells, and so does who is named', () => {
  const workbook = running.standIn.stored(id)?.workbook;
  if (workbook === undefined) throw new Error('gone');
  const allowed = (email: string, owns: boolean) =>
    readPageWorkbook(workbook, { email, owns, canEdit: true, version: 1 }).tabs[0]?.protections[0]?.allowed;
  expect([
    allowed('binh@stand-in.test', true),
    allowed('Nobody@par-index.test', false),
    allowed('an@stand-in.test', false),
  ]).toEqual([true, true, false]);
});
