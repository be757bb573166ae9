import type { Bilingual } from '../../../domain/language.ts';
import { chartNotDrawn } from '../../../domain/messages/page-messages.ts';
import { formatValue } from '../../stand-in/values/format-value.ts';
import type { AxesChart, ChartModel } from './chart-model.ts';

/** More figures than this are not read out: the table beside the chart has them. */
const FIGURES_READ = 12;

function figuresText({ categories, series, locale }: AxesChart): string {
  return series
    .map(({ name, values }) => {
      const figures = categories.slice(0, FIGURES_READ).flatMap((category, at) => {
        const value = values[at];
        return typeof value !== 'number'
          ? []
          : [`${category} ${formatValue({ numberValue: value }, undefined, locale)}`];
      });
      const more = categories.length > FIGURES_READ ? '; …' : '';
      return `${name === '' ? '' : `${name}: `}${figures.join('; ')}${more}`;
    })
    .join('. ');
}

/** A chart in words, for whoever cannot see it. */
export function describeChart(chart: ChartModel): Bilingual {
  const both = (text: string): Bilingual => ({
    vi: `Biểu đồ ${chart.title}. ${text}`,
    en: `Chart ${chart.title}. ${text}`,
  });
  switch (chart.kind) {
    case 'axes':
      return both(figuresText(chart));
    case 'pie':
      return both(
        chart.slices
          .slice(0, FIGURES_READ)
          .map(({ name, value }) => `${name} ${formatValue({ numberValue: value }, undefined, chart.locale)}`)
          .join('; '),
      );
    default:
      return chartNotDrawn(chart.name);
  }
}
