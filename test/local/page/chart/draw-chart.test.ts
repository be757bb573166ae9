import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import type { AxesChart, ChartModel } from '../../../../src/local/page/chart/chart-model.ts';
import { chartOption } from '../../../../src/local/page/chart/chart-option.ts';
import { describeChart } from '../../../../src/local/page/chart/describe-chart.ts';
import { drawChart } from '../../../../src/local/page/chart/draw-chart.ts';

const SIZE = { width: 560, height: 320 };

const BARS: AxesChart = {
  kind: 'axes',
  title: 'Điểm <b>“thẩm định”</b> & "tự chấm"',
  subtitle: '',
  locale: 'vi_VN',
  lying: false,
  stacking: 'none',
  smooth: false,
  legend: 'bottom',
  categories: ['Thủ Dầu Một', 'Thuận An', 'Dĩ An'],
  categoryTitle: '',
  left: { title: 'Điểm', from: 0, to: 2 },
  right: { title: '' },
  series: [
    {
      name: 'Thẩm định',
      kind: 'columns',
      values: [1.75, null, 0.5],
      color: '#1e3a5f',
      onRight: false,
      labelled: true,
    },
  ],
};

/** Texts and elements of an SVG document; throws where it is not well-formed XML. */
function readSvg(svg: string) {
  const texts: string[] = [];
  const names = new Set<string>();
  const fills: string[] = [];
  const parser = new SaxesParser({});
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    names.add(name);
    if (name === 'path' && attributes['fill'] !== undefined) fills.push(attributes['fill']);
  });
  parser.on('text', (text) => texts.push(text));
  parser.write(svg).close();
  return { texts: texts.filter((text) => text.trim() !== ''), names: [...names], fills };
}

test('a picture is well-formed SVG without script or outside things, with every text as it is and figures in the locale', () => {
  const { texts, names, fills } = readSvg(drawChart(BARS, SIZE));
  expect(texts).toEqual(
    expect.arrayContaining([BARS.title, ...BARS.categories, 'Thẩm định', 'Điểm', '1,75', '0,5', '1,5']),
  );
  expect(names.filter((name) => ['script', 'image', 'foreignObject', 'a', 'use'].includes(name))).toEqual([]);
  expect(fills.filter((fill) => fill === '#1e3a5f').length).toBeGreaterThanOrEqual(2);
});

test('a category without a figure has no bar, which is not a bar of no height with a 0 on it', () => {
  const { texts } = readSvg(drawChart({ ...BARS, left: { title: '', from: 0.5 } }, SIZE));
  expect(texts).not.toContain('0');
  const zero = readSvg(
    drawChart({ ...BARS, series: BARS.series.map((each) => ({ ...each, values: [1.75, 0, 0.5] })) }, SIZE),
  );
  expect(zero.texts.filter((text) => text === '0')).toHaveLength(2);
});

test('percent stacked columns are drawn as shares of each category and labelled with their own figures', () => {
  const [first] = BARS.series;
  if (first === undefined) throw new Error('no series');
  const series = [
    { ...first, name: 'Đạt', values: [3, 1, 0] },
    { ...first, name: 'Không đạt', values: [1, 1, 0] },
  ];
  const chart: ChartModel = { ...BARS, stacking: 'percent', left: { title: '' }, series };
  expect(chartOption(chart, SIZE)).toMatchObject({
    series: [{ data: [0.75, 0.5, null] }, { data: [0.25, 0.5, null] }],
    yAxis: { max: 1 },
  });
  const { texts } = readSvg(drawChart(chart, SIZE));
  expect(texts).toEqual(expect.arrayContaining(['100 %', '3', '1', 'Đạt', 'Không đạt']));
});

test('a pie names its slices with their shares', () => {
  const pie: ChartModel = {
    kind: 'pie',
    title: 'Xếp loại',
    subtitle: '',
    locale: 'vi_VN',
    legend: 'none',
    hole: 0.4,
    slices: [
      { name: 'Tốt', value: 1 },
      { name: 'Khá', value: 2 },
    ],
  };
  expect(readSvg(drawChart(pie, SIZE)).texts).toEqual(expect.arrayContaining(['Tốt: 33,3 %', 'Khá: 66,7 %']));
  expect(describeChart(pie).vi).toBe('Biểu đồ Xếp loại. Tốt 1; Khá 2');
});

test('in words a chart says what it shows, and a kind that is not drawn says so', () => {
  expect(describeChart({ ...BARS, title: 'Điểm' })).toEqual({
    vi: 'Biểu đồ Điểm. Thẩm định: Thủ Dầu Một 1,75; Dĩ An 0,5',
    en: 'Chart Điểm. Thẩm định: Thủ Dầu Một 1,75; Dĩ An 0,5',
  });
  const unknown: ChartModel = {
    kind: 'unknown',
    title: 'Thác',
    subtitle: '',
    locale: 'vi_VN',
    name: 'waterfallChart',
  };
  expect(describeChart(unknown).en).toContain('waterfallChart');
  expect(readSvg(drawChart(unknown, SIZE)).texts.join(' ')).toContain('Thác');
});

test('long names beside bars are written out, in lines of their own where the bars leave room', () => {
  const names = [
    '1. Sở Văn hóa, Thể thao và Du lịch',
    '2. Sở Lao động – Thương binh và Xã hội',
    '3. Sở Nội vụ',
  ];
  const lying: ChartModel = { ...BARS, lying: true, categories: names };
  for (const width of [360, 560]) {
    const { texts } = readSvg(drawChart(lying, { width, height: 300 }));
    const shown = texts.join(' ').replace(/\s+/g, ' ');
    expect(names.filter((name) => !shown.includes(name))).toEqual([]);
    expect(shown).not.toContain('…');
  }
});
