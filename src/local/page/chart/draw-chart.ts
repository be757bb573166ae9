import type { ChartModel } from './chart-model.ts';
import { type ChartSize, chartOption } from './chart-option.ts';
import { startChart } from './echarts-parts.ts';

/** A chart as SVG text, without a browser: the same picture that the page shows. */
export function drawChart(chart: ChartModel, { width, height }: ChartSize): string {
  const drawn = startChart(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawn.setOption(chartOption(chart, { width, height }));
    return drawn.renderToSVGString();
  } finally {
    drawn.dispose();
  }
}
