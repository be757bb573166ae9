import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Area, Chart } from '../../domain/layout.ts';
import { colorOf } from '../cell-format.ts';

import { gridRange } from './grid-range.ts';
import { objectIdOf } from './object-id.ts';

type Request = sheets_v4.Schema$Request;

const STACKING = { none: 'NOT_STACKED', stacked: 'STACKED', percent: 'PERCENT_STACKED' } as const;

function sourceOf(sheetId: number, area: Area): sheets_v4.Schema$ChartData {
  return { sourceRange: { sources: [gridRange(sheetId, area)] } };
}

/** The figures' axis lies below a bar chart and beside the others. */
function valueAxisOf({ kind }: Chart): 'BOTTOM_AXIS' | 'LEFT_AXIS' {
  return kind === 'bar' ? 'BOTTOM_AXIS' : 'LEFT_AXIS';
}

function basicChartOf(chart: Chart, sheetId: number): sheets_v4.Schema$BasicChartSpec {
  const targetAxis = valueAxisOf(chart);
  return {
    chartType: chart.kind.toUpperCase(),
    legendPosition: chart.series.length > 1 ? 'BOTTOM_LEGEND' : 'NO_LEGEND',
    axis: [{ position: targetAxis, title: chart.valueAxis }],
    domains: [{ domain: sourceOf(sheetId, chart.categories) }],
    series: chart.series.map(({ values, colour }) => ({
      series: sourceOf(sheetId, values),
      targetAxis,
      colorStyle: colorOf(colour),
    })),
    headerCount: 1,
    ...(chart.kind === 'line' ? {} : { stackedType: STACKING[chart.stacking] }),
  };
}

function specOf(chart: Chart, sheetId: number): sheets_v4.Schema$ChartSpec {
  return { title: chart.title, basicChart: basicChartOf(chart, sheetId) };
}

function addChart(chart: Chart, sheetId: number): Request {
  const { at, width, height } = chart;
  return {
    addChart: {
      chart: {
        chartId: objectIdOf(sheetId, chart.key),
        spec: specOf(chart, sheetId),
        position: {
          overlayPosition: {
            anchorCell: { sheetId, rowIndex: at.row, columnIndex: at.column },
            widthPixels: width,
            heightPixels: height,
          },
        },
      },
    },
  };
}

/** Which charts a tab has, and which of ours the last layout put there. */
export interface StandingCharts {
  readonly chartIds: readonly number[];
  readonly chartedBefore: readonly string[];
}

/** New charts are added, known ones get their new figures where people put them, those no longer wanted go. */
export function chartRequests(
  charts: readonly Chart[],
  sheetId: number,
  { chartIds, chartedBefore }: StandingCharts,
): readonly Request[] {
  const standing = new Set(chartIds);
  const wanted = new Set(charts.map(({ key }) => key));
  const removed = chartedBefore
    .filter((key) => !wanted.has(key))
    .map((key) => objectIdOf(sheetId, key))
    .filter((objectId) => standing.has(objectId));
  return [
    ...removed.map((objectId) => ({ deleteEmbeddedObject: { objectId } })),
    ...charts.map((chart): Request => {
      const chartId = objectIdOf(sheetId, chart.key);
      if (!standing.has(chartId)) return addChart(chart, sheetId);
      return { updateChartSpec: { chartId, spec: specOf(chart, sheetId) } };
    }),
  ];
}
