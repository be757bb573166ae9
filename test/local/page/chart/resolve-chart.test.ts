import { expect, test } from 'vitest';
import { type ChartCells, resolveChart } from '../../../../src/local/page/chart/resolve-chart.ts';
import type { PageCell } from '../../../../src/local/page/model/page-workbook.ts';

const cell = (value: string | number | null): PageCell | null => (value === null ? null : { value });

/** Units, marks, last year's marks, shares. */
const COLUMNS: readonly (readonly (PageCell | null)[])[] = [
  ['Đơn vị', 'TDM', 'TA', 'DA'].map(cell),
  ['Điểm', 1.75, null, 2].map(cell),
  ['Năm trước', 1.5, 'chưa có', 1].map(cell),
  ['Tỷ lệ', 0.75, 0.5, 1].map(cell),
];

const CELLS: ChartCells = {
  locale: 'vi_VN',
  palette: new Map([
    ['ACCENT1', '#4285f4'],
    ['ACCENT2', '#ea4335'],
  ]),
  cellsIn: ({ startColumnIndex = 0, startRowIndex = 0, endRowIndex = 4 }) =>
    (COLUMNS[startColumnIndex] ?? []).slice(startRowIndex, endRowIndex),
};

const source = (column: number) => ({
  sourceRange: {
    sources: [
      {
        sheetId: 0,
        startRowIndex: 0,
        endRowIndex: 4,
        startColumnIndex: column,
        endColumnIndex: column + 1,
      },
    ],
  },
});

test('columns by category: names from the headers, a blank and a text are no figure, colours as set or of the theme', () => {
  const spec = {
    title: 'Điểm theo đơn vị',
    subtitle: '2026',
    basicChart: {
      chartType: 'COLUMN',
      legendPosition: 'BOTTOM_LEGEND',
      headerCount: 1,
      axis: [
        { position: 'BOTTOM_AXIS', title: 'Đơn vị' },
        {
          position: 'LEFT_AXIS',
          title: 'Điểm',
          viewWindowOptions: { viewWindowMin: 0, viewWindowMax: 2 },
        },
      ],
      domains: [{ domain: source(0) }],
      series: [
        { series: source(1), targetAxis: 'LEFT_AXIS', dataLabel: { type: 'DATA' } },
        {
          series: source(2),
          targetAxis: 'RIGHT_AXIS',
          type: 'LINE',
          colorStyle: { rgbColor: { red: 1, green: 0.5 } },
        },
      ],
    },
  };
  expect(resolveChart(spec, CELLS)).toEqual({
    kind: 'axes',
    title: 'Điểm theo đơn vị',
    subtitle: '2026',
    locale: 'vi_VN',
    lying: false,
    stacking: 'none',
    smooth: false,
    legend: 'bottom',
    categories: ['TDM', 'TA', 'DA'],
    categoryTitle: 'Đơn vị',
    left: { title: 'Điểm', from: 0, to: 2 },
    right: { title: '' },
    series: [
      {
        name: 'Điểm',
        kind: 'columns',
        values: [1.75, null, 2],
        color: '#4285f4',
        onRight: false,
        labelled: true,
      },
      {
        name: 'Năm trước',
        kind: 'line',
        values: [1.5, null, 1],
        color: '#ff8000',
        onRight: true,
        labelled: false,
      },
    ],
  });
});

test('lying bars: the names run down the left edge, figures along the bottom; reversed, everything is turned together', () => {
  const spec = {
    basicChart: {
      chartType: 'BAR',
      stackedType: 'PERCENT_STACKED',
      headerCount: 1,
      axis: [
        { position: 'LEFT_AXIS', title: 'Đơn vị' },
        { position: 'BOTTOM_AXIS', title: 'Điểm' },
      ],
      domains: [{ domain: source(0), reversed: true }],
      series: [{ series: source(1), targetAxis: 'BOTTOM_AXIS' }],
    },
  };
  expect(resolveChart(spec, CELLS)).toMatchObject({
    lying: true,
    stacking: 'percent',
    legend: 'none',
    categories: ['DA', 'TA', 'TDM'],
    categoryTitle: 'Đơn vị',
    left: { title: 'Điểm' },
    series: [{ kind: 'bars', values: [2, null, 1.75] }],
  });
});

test('without a count of headers a text above figures is a heading, and each figure stays with its name', () => {
  const spec = {
    basicChart: {
      chartType: 'COLUMN',
      domains: [{ domain: source(0) }],
      series: [{ series: source(3) }],
    },
  };
  expect(resolveChart(spec, CELLS)).toMatchObject({
    categories: ['TDM', 'TA', 'DA'],
    series: [{ name: 'Tỷ lệ', values: [0.75, 0.5, 1] }],
  });
});

test('a pie has a slice for each name with a figure, and none for the heading or a blank', () => {
  const spec = {
    title: 'Phần',
    pieChart: {
      legendPosition: 'LABELED_LEGEND',
      pieHole: 0.5,
      domain: source(0),
      series: source(1),
    },
  };
  expect(resolveChart(spec, CELLS)).toEqual({
    kind: 'pie',
    title: 'Phần',
    subtitle: '',
    locale: 'vi_VN',
    legend: 'none',
    hole: 0.5,
    slices: [
      { name: 'TDM', value: 1.75 },
      { name: 'DA', value: 2 },
    ],
  });
});

test('a kind that is not drawn is named, not left out', () => {
  expect(resolveChart({ title: 'Thác', waterfallChart: {} }, CELLS)).toEqual({
    kind: 'unknown',
    title: 'Thác',
    subtitle: '',
    locale: 'vi_VN',
    name: 'waterfallChart',
  });
});
