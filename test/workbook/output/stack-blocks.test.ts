import { describe, expect, test } from 'vitest';
import type { ContentCell } from '../../../src/domain/content.ts';
import type { Chart } from '../../../src/domain/layout.ts';
import { stackBlocks } from '../../../src/workbook/output/stack-blocks.ts';

const row = (...values: readonly string[]): readonly ContentCell[] => values.map((value) => ({ value }));

const CHART: Chart = {
  key: 'means',
  kind: 'bar',
  stacking: 'none',
  title: 'Trung bình',
  categories: { top: 0, left: 0, height: 3, width: 1 },
  series: [{ values: { top: 0, left: 1, height: 3, width: 1 }, colour: '#1e3a5f' }],
  valueAxis: '%',
  at: { row: 3, column: 0 },
  width: 400,
  height: 200,
};

const content = stackBlocks({
  title: 'TỔNG HỢP',
  subtitle: 'Bình Dương',
  status: 'HIỆN HÀNH',
  columnWidths: [200, 100, 100],
  frozenColumns: 1,
  page: 'portrait',
  blocks: [
    {
      headers: ['Nhóm', 'Trung bình'],
      rows: [row('Sở', '84,31'), row('Xã', '89,64')],
      charts: [CHART],
      roomBelow: 2,
    },
    {
      heading: 'Tiêu chí yếu',
      headers: ['Mã', 'Tên', 'Tỷ lệ'],
      rows: [row('1.1', 'Kế hoạch', '40')],
      scales: [
        {
          area: { top: 1, left: 2, height: 1, width: 1 },
          low: { colour: '#ffffff' },
          high: { colour: '#2563eb' },
        },
      ],
    },
  ],
});

test('blocks stand below one another with an empty line between, every row as wide as the widest', () => {
  expect(content.rows.map((cells) => cells.map(({ value }) => value))).toEqual([
    ['TỔNG HỢP', null, null],
    ['Bình Dương', null, null],
    ['HIỆN HÀNH', null, null],
    [null, null, null],
    ['Nhóm', 'Trung bình', null],
    ['Sở', '84,31', null],
    ['Xã', '89,64', null],
    [null, null, null],
    [null, null, null],
    [null, null, null],
    ['Tiêu chí yếu', null, null],
    ['Mã', 'Tên', 'Tỷ lệ'],
    ['1.1', 'Kế hoạch', '40'],
  ]);
});

test('charts and colour scales lie over the rows of their own block', () => {
  expect(content.scales?.map(({ area }) => area)).toEqual([{ top: 12, left: 2, height: 1, width: 1 }]);
  expect(content.charts).toEqual([
    {
      ...CHART,
      categories: { top: 4, left: 0, height: 3, width: 1 },
      series: [{ values: { top: 4, left: 1, height: 3, width: 1 }, colour: '#1e3a5f' }],
      at: { row: 7, column: 0 },
    },
  ]);
});

test('the layout of the tab is what was asked for', () => {
  const { columnWidths, frozenRows, frozenColumns, page } = content;
  expect({ columnWidths, frozenRows, frozenColumns, page }).toEqual({
    columnWidths: [200, 100, 100],
    frozenRows: 5,
    frozenColumns: 1,
    page: 'portrait',
  });
});

describe('what a tab of blocks may have beside', () => {
  const table = { headers: ['Mã'], rows: [row('1')] };
  const tab = { title: '', subtitle: '', status: '', columnWidths: [100], frozenColumns: 0 };

  test('a remark stands in place of the empty line above the first block', () => {
    const { rows } = stackBlocks({ ...tab, remark: 'đơn vị: %', blocks: [table] });
    expect(rows.map(([first]) => first?.value)).toEqual(['', '', '', 'đơn vị: %', 'Mã', '1']);
  });

  test('the header of a table right below the head lines stays in view with them, and may have a look of its own', () => {
    const headerStyle = { fontSize: 8 };
    const { rows, frozenRows } = stackBlocks({ ...tab, blocks: [{ ...table, headerStyle }] });
    expect([frozenRows, rows[4]?.[0]?.style]).toEqual([5, headerStyle]);
  });

  test('below a heading, or without a header, the head lines alone stay in view', () => {
    const headed = { heading: 'Thứ nhất', ...table };
    const plain = { rows: table.rows };
    expect([headed, plain].map((block) => stackBlocks({ ...tab, blocks: [block] }).frozenRows)).toEqual([
      4, 4,
    ]);
  });

  test('one block may be filtered, wherever it stands', () => {
    const filter = { top: 0, left: 0, height: 2, width: 1 };
    const { filter: placed } = stackBlocks({
      ...tab,
      blocks: [table, { heading: 'Thứ hai', ...table, filter }],
    });
    expect(placed).toEqual({ top: 8, left: 0, height: 2, width: 1 });
    expect(stackBlocks({ ...tab, blocks: [table] })).not.toHaveProperty('filter');
  });

  test('a block may begin a new page, its heading with it', () => {
    const second = { heading: 'Thứ hai', ...table, newPage: true };
    const { rows, pageBreaks } = stackBlocks({ ...tab, blocks: [table, second, table] });
    expect(pageBreaks?.map((top) => rows[top]?.[0]?.value)).toEqual(['Thứ hai']);
    expect(stackBlocks({ ...tab, blocks: [table] })).not.toHaveProperty('pageBreaks');
  });
});
