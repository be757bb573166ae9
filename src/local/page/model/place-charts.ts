import { type ChartCells, resolveChart } from '../chart/resolve-chart.ts';
import type { PlacedChart } from './page-workbook.ts';
import { type JsonObject, numberIn, objectIn } from './wire-json.ts';

/** The size of a chart that nobody sized. */
const USUAL_WIDTH = 600;
const USUAL_HEIGHT = 371;

/** The charts of a sheet where they float, each with its figures. */
export function placeCharts(charts: readonly JsonObject[], cells: ChartCells): readonly PlacedChart[] {
  return charts.flatMap((wire) => {
    const overlay = objectIn(objectIn(wire, 'position') ?? {}, 'overlayPosition');
    const spec = objectIn(wire, 'spec');
    if (overlay === undefined || spec === undefined) return [];
    const anchor = objectIn(overlay, 'anchorCell') ?? {};
    return [
      {
        id: numberIn(wire, 'chartId') ?? 0,
        row: numberIn(anchor, 'rowIndex') ?? 0,
        column: numberIn(anchor, 'columnIndex') ?? 0,
        offsetX: numberIn(overlay, 'offsetXPixels') ?? 0,
        offsetY: numberIn(overlay, 'offsetYPixels') ?? 0,
        width: numberIn(overlay, 'widthPixels') ?? USUAL_WIDTH,
        height: numberIn(overlay, 'heightPixels') ?? USUAL_HEIGHT,
        chart: resolveChart(spec, cells),
      },
    ];
  });
}
