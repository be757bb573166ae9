import type { EChartsCoreOption } from 'echarts/core';
import { chartNotDrawn } from '../../../domain/messages/page-messages.ts';
import { formatValue } from '../../stand-in/values/format-value.ts';
import type {
  AxesChart,
  ChartModel,
  ChartSeries,
  Legend,
  PieChart,
  UnknownChart,
  ValueAxis,
} from './chart-model.ts';

/** The size in which a chart is drawn, in pixels. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** Fonts that machines have: none is fetched. Without double quotes, in which attributes of the picture stand. */
const FONT = "Arial, 'Helvetica Neue', 'Liberation Sans', sans-serif";
const INK = '#1f2937';
const MUTED = '#4b5563';
const LINE = '#d1d5db';
const EDGE = 12;
const LEGEND_ROOM = 30;
/** Columns with more names than this turn them, so that none lies over another. */
const UPRIGHT_NAMES = 8;
/** Points with more values than this carry no markers. */
const MARKED_POINTS = 40;

/** What is told of a figure that is pointed at is drawn like the rest: the page's policy lets no HTML have styles of its own. */
const DRAWN = { renderMode: 'richText', confine: true };

type Write = (value: number) => string;

function writerFor(locale: string): Write {
  // Rounded far beyond what is read off a chart, so that 0.1 + 0.2 is 0,3.
  return (value) => formatValue({ numberValue: Number(value.toPrecision(12)) }, undefined, locale);
}

function titleOf({ title, subtitle }: ChartModel) {
  return {
    text: title,
    subtext: subtitle,
    left: 'center',
    top: EDGE,
    textStyle: { fontFamily: FONT, fontSize: 15, fontWeight: 'bold', color: INK },
    subtextStyle: { fontFamily: FONT, fontSize: 12, color: MUTED },
  };
}

function legendOf(legend: Legend) {
  const textStyle = { fontFamily: FONT, fontSize: 12, color: INK };
  switch (legend) {
    case 'none':
      return { show: false };
    case 'top':
      return { type: 'scroll', top: EDGE + LEGEND_ROOM, textStyle };
    case 'bottom':
      return { type: 'scroll', bottom: EDGE, textStyle };
    default:
      return { type: 'scroll', orient: 'vertical', [legend]: EDGE, top: 'middle', textStyle };
  }
}

function roomFor({ title, subtitle, legend }: AxesChart, { width }: ChartSize) {
  const head = (title === '' ? EDGE : 44) + (subtitle === '' ? 0 : 18);
  const beside = Math.round(width * 0.2);
  return {
    top: head + (legend === 'top' ? LEGEND_ROOM : 0),
    bottom: EDGE + (legend === 'bottom' ? LEGEND_ROOM : 0),
    left: legend === 'left' ? beside : EDGE,
    right: legend === 'right' ? beside : EDGE * 2,
    // The names along the axes take their room from the drawing, never from outside the picture.
    outerBoundsMode: 'same',
    outerBoundsContain: 'all',
  };
}

const AXIS_TEXT = { fontFamily: FONT, fontSize: 11, color: INK };
const NAME_TEXT = { fontFamily: FONT, fontSize: 12, color: MUTED };

type Edge = 'left' | 'right' | 'bottom';

/** Beside an axis that stands, the name makes room for itself; under one that lies it is put below the figures. */
function nameAlong(edge: Edge) {
  return { nameLocation: 'middle', nameTextStyle: NAME_TEXT, nameGap: edge === 'bottom' ? 28 : 15 };
}

/** Pixels of a letter of a name, rather too many than too few, and of a line of names. */
const LETTER = 6.2;
const NAME_LINE = 13;

/** Names beside bars take the room that the longest needs, up to half of the picture; beyond that they go on in lines below, where there is room. */
function besideBars(categories: readonly string[], { width, height }: ChartSize) {
  const longest = Math.max(0, ...categories.map((name) => name.length)) * LETTER;
  const room = (height * 0.75) / Math.max(categories.length, 1);
  return {
    width: Math.round(Math.min(longest, width * 0.5)),
    lineHeight: NAME_LINE,
    overflow: room >= NAME_LINE * 2 ? 'break' : 'truncate',
    interval: height / categories.length > 12 ? 0 : 'auto',
  };
}

function categoryAxis(chart: AxesChart, { width, height }: ChartSize) {
  const { lying, categories, categoryTitle } = chart;
  const isCrowded = !lying && categories.length > UPRIGHT_NAMES;
  const across = Math.max(40, Math.floor((width * 0.85) / Math.max(categories.length, 1)) - 6);
  const label = lying
    ? besideBars(categories, { width, height })
    : isCrowded
      ? {
          rotate: 40,
          width: Math.round(height * 0.32),
          overflow: 'truncate',
          interval: width / categories.length > 14 ? 0 : 'auto',
        }
      : { width: across, overflow: 'break', interval: 0 };
  return {
    type: 'category',
    data: categories,
    inverse: lying,
    name: categoryTitle,
    ...nameAlong(lying ? 'left' : 'bottom'),
    axisLabel: { ...AXIS_TEXT, ...label },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: LINE } },
  };
}

function valueAxis(axis: ValueAxis, edge: Edge, isPercent: boolean, write: Write) {
  return {
    type: 'value',
    name: axis.title,
    ...nameAlong(edge),
    ...(axis.from === undefined ? {} : { min: axis.from }),
    ...(axis.to === undefined ? (isPercent ? { max: 1 } : {}) : { max: axis.to }),
    axisLabel: {
      ...AXIS_TEXT,
      hideOverlap: true,
      formatter: (value: number) => (isPercent ? `${write(value * 100)} %` : write(value)),
    },
    splitLine: { lineStyle: { color: LINE } },
  };
}

const KINDS = { columns: 'bar', bars: 'bar', line: 'line', area: 'line', points: 'scatter' } as const;

/** Each value's share of its category's total. */
function sharesOf(chart: AxesChart): readonly (readonly (number | null)[])[] {
  const totals = chart.categories.map((_, at) =>
    chart.series.reduce((total, { values }) => total + Math.abs(values[at] ?? 0), 0),
  );
  return chart.series.map(({ values }) =>
    values.map((value, at) => (value === null || totals[at] === 0 ? null : value / (totals[at] ?? 1))),
  );
}

function drawnSeries(
  series: ChartSeries,
  values: readonly (number | null)[],
  chart: AxesChart,
  write: Write,
) {
  const { name, kind, color, onRight, labelled } = series;
  const isStacked = chart.stacking !== 'none' && kind !== 'line' && kind !== 'points';
  return {
    name,
    type: KINDS[kind],
    data: values,
    ...(color === undefined ? {} : { itemStyle: { color }, lineStyle: { color } }),
    ...(kind === 'area' ? { areaStyle: { opacity: 0.35 } } : {}),
    ...(KINDS[kind] === 'line'
      ? { smooth: chart.smooth, symbolSize: 6, showSymbol: values.length <= MARKED_POINTS }
      : {}),
    ...(isStacked ? { stack: onRight ? 'right' : 'left' } : {}),
    ...(onRight && !chart.lying ? { yAxisIndex: 1 } : {}),
    barMaxWidth: 36,
    label: {
      show: labelled,
      position: isStacked ? 'inside' : chart.lying ? 'right' : 'top',
      fontFamily: FONT,
      fontSize: 11,
      color: INK,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
        const value = series.values[dataIndex];
        return typeof value === 'number' ? write(value) : '';
      },
    },
  };
}

function axesOption(chart: AxesChart, size: ChartSize): EChartsCoreOption {
  const write = writerFor(chart.locale);
  const isPercent = chart.stacking === 'percent';
  const names = categoryAxis(chart, size);
  const hasRight = !chart.lying && chart.series.some(({ onRight }) => onRight);
  const left = valueAxis(chart.left, chart.lying ? 'bottom' : 'left', isPercent, write);
  const figures = hasRight
    ? [left, { ...valueAxis(chart.right, 'right', isPercent, write), splitLine: { show: false } }]
    : left;
  const shares = isPercent ? sharesOf(chart) : undefined;
  return {
    title: titleOf(chart),
    legend: legendOf(chart.legend),
    grid: roomFor(chart, size),
    xAxis: chart.lying ? figures : names,
    yAxis: chart.lying ? names : figures,
    tooltip: {
      trigger: 'axis',
      ...DRAWN,
      axisPointer: { type: 'shadow' },
      valueFormatter: (value: unknown) =>
        typeof value !== 'number' ? '–' : isPercent ? `${write(value * 100)} %` : write(value),
    },
    series: chart.series.map((series, at) =>
      drawnSeries(series, shares?.[at] ?? series.values, chart, write),
    ),
  };
}

function pieOption(chart: PieChart): EChartsCoreOption {
  const write = writerFor(chart.locale);
  return {
    title: titleOf(chart),
    legend: legendOf(chart.legend),
    tooltip: {
      trigger: 'item',
      ...DRAWN,
      valueFormatter: (value: unknown) => (typeof value === 'number' ? write(value) : '–'),
    },
    series: [
      {
        type: 'pie',
        radius: [`${Math.round(chart.hole * 65)}%`, '65%'],
        center: [chart.legend === 'right' ? '40%' : chart.legend === 'left' ? '60%' : '50%', '56%'],
        data: chart.slices,
        label: {
          fontFamily: FONT,
          fontSize: 11,
          color: INK,
          formatter: ({ name, percent }: { readonly name: string; readonly percent: number }) =>
            `${name}: ${write(Number(percent.toFixed(1)))} %`,
        },
      },
    ],
  };
}

function unknownOption(chart: UnknownChart): EChartsCoreOption {
  const language = chart.locale.startsWith('vi') ? 'vi' : 'en';
  return { title: { ...titleOf(chart), subtext: chartNotDrawn(chart.name)[language], top: 'middle' } };
}

/** What ECharts draws for a chart; the same on the page and in Node. */
export function chartOption(chart: ChartModel, size: ChartSize): EChartsCoreOption {
  const still = { animation: false, backgroundColor: '#ffffff', textStyle: { fontFamily: FONT } };
  switch (chart.kind) {
    case 'axes':
      return { ...still, ...axesOption(chart, size) };
    case 'pie':
      return { ...still, ...pieOption(chart) };
    default:
      return { ...still, ...unknownOption(chart) };
  }
}
