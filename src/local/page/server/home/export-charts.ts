import type { Area, Chart, ChartSeries } from '../../../../domain/layout.ts';
import type { GridRange } from '../../../stand-in/model/wire.ts';
import type { Sheet } from '../../../stand-in/model/workbook.ts';
import type { AxesChart } from '../../chart/chart-model.ts';
import { boxOfRange } from '../../model/box.ts';
import type { PageTab, PlacedChart } from '../../model/page-workbook.ts';
import { type JsonObject, numberIn, objectIn, objectsIn } from '../../model/wire-json.ts';

/** One row or column of cells of this tab that a chart takes its figures from; undefined for anything else. */
function areaOf(data: JsonObject | undefined, sheet: Sheet, tab: PageTab): Area | undefined {
  const [range, second] = objectsIn(objectIn(data ?? {}, 'sourceRange') ?? {}, 'sources');
  if (range === undefined || second !== undefined) return undefined;
  if ((numberIn(range, 'sheetId') ?? 0) !== sheet.sheetId) return undefined;
  const { top, left, bottom, right } = boxOfRange(range as GridRange, tab);
  const area = { top, left, height: bottom - top, width: right - left };
  return area.height === 1 || area.width === 1 ? area : undefined;
}

const KINDS = { columns: 'column', bars: 'bar', line: 'line' } as const;

function kindOf({ lying, series }: AxesChart): Chart['kind'] | undefined {
  if (lying) return 'bar';
  const [first] = series;
  return first === undefined || !(first.kind in KINDS) ? undefined : KINDS[first.kind as keyof typeof KINDS];
}

const USUAL_COLOUR = '#1e3a5f';

function chartOf(wire: JsonObject, placed: PlacedChart, sheet: Sheet, tab: PageTab): Chart | undefined {
  const { chart, row, column, width, height } = placed;
  const basic = objectIn(objectIn(wire, 'spec') ?? {}, 'basicChart');
  if (basic === undefined || chart.kind !== 'axes') return undefined;
  const kind = kindOf(chart);
  const [domain] = objectsIn(basic, 'domains');
  const categories = areaOf(domain && objectIn(domain, 'domain'), sheet, tab);
  const series = objectsIn(basic, 'series').map((each, at): ChartSeries | undefined => {
    const values = areaOf(objectIn(each, 'series'), sheet, tab);
    return values && { values, colour: chart.series[at]?.color ?? USUAL_COLOUR };
  });
  const known = series.filter((each) => each !== undefined);
  if (kind === undefined || categories === undefined || known.length < series.length) return undefined;
  return {
    key: `exported.${placed.id}`,
    kind,
    stacking: chart.stacking,
    title: chart.title,
    categories,
    series: known,
    valueAxis: chart.left.title,
    at: { row, column },
    width,
    height,
  };
}

/** The charts of a tab that a file can have: bars, columns and lines over cells of the same tab, with a heading before the figures. */
export function exportedCharts(sheet: Sheet, tab: PageTab): readonly Chart[] {
  return sheet.attachments.charts.flatMap((wire) => {
    const placed = tab.charts.find(({ id }) => id === (numberIn(wire, 'chartId') ?? 0));
    const chart = placed && chartOf(wire, placed, sheet, tab);
    return chart === undefined ? [] : [chart];
  });
}
