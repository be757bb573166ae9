import type { GridRange } from '../../stand-in/model/wire.ts';
import { colorOf, type Palette } from '../model/color.ts';
import type { PageCell } from '../model/page-workbook.ts';
import { shownText } from '../model/read-cell.ts';
import { type JsonObject, numberIn, objectIn, objectsIn, textIn } from '../model/wire-json.ts';
import type { ChartModel, ChartSeries, Legend, SeriesKind, ValueAxis } from './chart-model.ts';

/** The cells that charts are drawn from. */
export interface ChartCells {
  readonly locale: string;
  readonly palette: Palette;
  /** The cells of a range in reading order, without those in hidden rows and columns. */
  readonly cellsIn: (range: GridRange) => readonly (PageCell | null)[];
}

const LEGENDS: Readonly<Record<string, Legend>> = {
  BOTTOM_LEGEND: 'bottom',
  TOP_LEGEND: 'top',
  LEFT_LEGEND: 'left',
  RIGHT_LEGEND: 'right',
  LABELED_LEGEND: 'none',
  NO_LEGEND: 'none',
};

const SERIES_KINDS: Readonly<Record<string, SeriesKind>> = {
  COLUMN: 'columns',
  BAR: 'bars',
  LINE: 'line',
  AREA: 'area',
  STEPPED_AREA: 'area',
  SCATTER: 'points',
};

/** The kinds of a ChartSpec, each in a member of its own. */
const OTHER_KINDS = [
  'bubbleChart',
  'candlestickChart',
  'histogramChart',
  'orgChart',
  'scorecardChart',
  'treemapChart',
  'waterfallChart',
];

interface Column {
  readonly name: string | undefined;
  readonly cells: readonly (PageCell | null)[];
}

function foundIn(data: JsonObject | undefined, cells: ChartCells): readonly (PageCell | null)[] {
  const sources = objectsIn((data && objectIn(data, 'sourceRange')) ?? {}, 'sources');
  return sources.flatMap((range) => cells.cellsIn(range));
}

/** The cells of a ChartData, parted from those that name it. */
function columnOf(data: JsonObject | undefined, headers: number, cells: ChartCells): Column {
  const found = foundIn(data, cells);
  const name = found.slice(0, headers).map(shownText).join(' ').trim();
  return { name: name === '' ? undefined : name, cells: found.slice(headers) };
}

/** Where a chart counts no headers, a text above figures is one, and then the names have one above them as well. */
function headersOf(figures: readonly (JsonObject | undefined)[], cells: ChartCells): number {
  const isNamed = figures.some((data) => {
    const [first, second] = foundIn(data, cells);
    return typeof first?.value === 'string' && typeof second?.value === 'number';
  });
  return isNamed ? 1 : 0;
}

function numberOf(cell: PageCell | null | undefined): number | null {
  return typeof cell?.value === 'number' ? cell.value : null;
}

function axisAt(positions: readonly string[], chart: JsonObject): ValueAxis {
  const axis = objectsIn(chart, 'axis').find((each) => positions.includes(textIn(each, 'position') ?? ''));
  const window = (axis && objectIn(axis, 'viewWindowOptions')) ?? {};
  const from = numberIn(window, 'viewWindowMin');
  const to = numberIn(window, 'viewWindowMax');
  return {
    title: (axis && textIn(axis, 'title')) ?? '',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

interface Frame {
  readonly chart: JsonObject;
  readonly headers: number;
  readonly length: number;
}

function seriesOf(wire: JsonObject, place: number, frame: Frame, cells: ChartCells): ChartSeries {
  const { chart, headers, length } = frame;
  const { name, cells: column } = columnOf(objectIn(wire, 'series'), headers, cells);
  const type = textIn(wire, 'type') ?? textIn(chart, 'chartType') ?? '';
  const color = colorOf(wire, 'color', cells.palette) ?? cells.palette.get(`ACCENT${(place % 6) + 1}`);
  return {
    name: name ?? '',
    kind: SERIES_KINDS[type] ?? 'columns',
    values: Array.from({ length }, (_, at) => numberOf(column[at])),
    ...(color === undefined ? {} : { color }),
    onRight: textIn(wire, 'targetAxis') === 'RIGHT_AXIS',
    labelled: textIn(objectIn(wire, 'dataLabel') ?? {}, 'type') === 'DATA',
  };
}

function stackingOf(chart: JsonObject): 'none' | 'stacked' | 'percent' {
  const type = textIn(chart, 'stackedType');
  if (type === 'STACKED') return 'stacked';
  return type === 'PERCENT_STACKED' ? 'percent' : 'none';
}

type Titles = Pick<ChartModel, 'title' | 'subtitle' | 'locale'>;

function axesChart(chart: JsonObject, titles: Titles, cells: ChartCells): ChartModel {
  const drawn = objectsIn(chart, 'series');
  const figures = drawn.map((wire) => objectIn(wire, 'series'));
  const headers = numberIn(chart, 'headerCount') ?? headersOf(figures, cells);
  const [domain] = objectsIn(chart, 'domains');
  const categories = columnOf(domain && objectIn(domain, 'domain'), headers, cells);
  const isReversed = domain?.['reversed'] === true;
  const frame: Frame = { chart, headers, length: categories.cells.length };
  const lying = textIn(chart, 'chartType') === 'BAR';
  const series = drawn.map((wire, place) => seriesOf(wire, place, frame, cells));
  const turned = <T>(list: readonly T[]): readonly T[] => (isReversed ? list.toReversed() : list);
  return {
    ...titles,
    kind: 'axes',
    lying,
    stacking: stackingOf(chart),
    smooth: chart['lineSmoothing'] === true,
    legend: LEGENDS[textIn(chart, 'legendPosition') ?? ''] ?? (series.length > 1 ? 'right' : 'none'),
    categories: turned(categories.cells.map(shownText)),
    categoryTitle: axisAt(lying ? ['LEFT_AXIS'] : ['BOTTOM_AXIS'], chart).title,
    left: axisAt(lying ? ['BOTTOM_AXIS'] : ['LEFT_AXIS'], chart),
    right: axisAt(['RIGHT_AXIS'], chart),
    series: series.map((each) => ({ ...each, values: turned(each.values) })),
  };
}

function pieChart(chart: JsonObject, titles: Titles, cells: ChartCells): ChartModel {
  const headers = headersOf([objectIn(chart, 'series')], cells);
  const names = columnOf(objectIn(chart, 'domain'), headers, cells);
  const figures = columnOf(objectIn(chart, 'series'), headers, cells);
  return {
    ...titles,
    kind: 'pie',
    legend: LEGENDS[textIn(chart, 'legendPosition') ?? ''] ?? 'right',
    hole: numberIn(chart, 'pieHole') ?? 0,
    slices: names.cells.flatMap((cell, at) => {
      const value = numberOf(figures.cells[at]);
      return value === null ? [] : [{ name: shownText(cell), value }];
    }),
  };
}

/** What a ChartSpec of the API shows with the cells as they stand. */
export function resolveChart(spec: JsonObject, cells: ChartCells): ChartModel {
  const titles: Titles = {
    title: textIn(spec, 'title') ?? '',
    subtitle: textIn(spec, 'subtitle') ?? '',
    locale: cells.locale,
  };
  const basic = objectIn(spec, 'basicChart');
  if (basic !== undefined) return axesChart(basic, titles, cells);
  const pie = objectIn(spec, 'pieChart');
  if (pie !== undefined) return pieChart(pie, titles, cells);
  return { ...titles, kind: 'unknown', name: OTHER_KINDS.find((kind) => kind in spec) ?? '' };
}
