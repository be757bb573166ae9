import { chartOption } from '../chart/chart-option.ts';
import { startChart } from '../chart/echarts-parts.ts';
import type { PlacedChart } from '../model/page-workbook.ts';

/** Draws a chart into an element, with figures that are told when they are pointed at; gives back how to end it. */
export function drawOnPage(element: HTMLElement, { chart, width, height }: PlacedChart): () => void {
  const drawn = startChart(element, null, { renderer: 'svg', width, height });
  drawn.setOption(chartOption(chart, { width, height }));
  return () => drawn.dispose();
}
