import type { ContentCell } from '../../../domain/content.ts';
import type { Chart } from '../../../domain/layout.ts';
import { SUMMARY_HEADINGS, SUMMARY_WORDS } from '../../../domain/messages/summary-messages.ts';
import { ratioAsNumber } from '../../../domain/number-format.ts';
import type { Ratio } from '../../../domain/ratio.ts';
import { cell } from '../content-rows.ts';
import type { GroupView } from '../group-view.ts';
import { contextOf, type OutputContext, say } from '../output-context.ts';
import type { Block } from '../stack-blocks.ts';
import { figureStyle, STYLES, seriesColour } from '../styles.ts';
import { groupName } from '../unit-names.ts';
import { CHART_HEIGHT, CHART_ROWS } from './figure-blocks.ts';
import { columnArea } from './pairs.ts';
import type { SummaryView } from './summary-view.ts';

function meanIn({ result, analysis }: GroupView, period: string, now: string): Ratio | undefined {
  if (period === now) return result.mean;
  return analysis.earlier.find((earlier) => earlier.period === period)?.mean;
}

function meanCell(view: GroupView, period: string, context: OutputContext): ContentCell {
  const { figures } = contextOf(view.result, context);
  const mean = meanIn(view, period, context.period);
  return cell(
    mean === undefined ? null : ratioAsNumber(mean, figures),
    figureStyle(figures.decimals, 'plain'),
  );
}

/** Earlier periods in which any group has a mean, the oldest first, and then the period itself. */
function periodsOf({ groups }: SummaryView, now: string): readonly string[] {
  const newestFirst = groups.flatMap(({ analysis }) =>
    analysis.earlier.flatMap(({ period, mean }) => (mean === undefined ? [] : period)),
  );
  return [...[...new Set(newestFirst)].toReversed(), now];
}

/** Means of the groups by period, a column a group, and a chart of them; absent without earlier means. */
export function meansBlock(view: SummaryView, context: OutputContext): Block | undefined {
  const periods = periodsOf(view, context.period);
  if (periods.length < 2) return undefined;
  const height = periods.length + 1;
  const chart: Chart = {
    key: 'means',
    kind: 'column',
    stacking: 'none',
    title: say(context, SUMMARY_HEADINGS.means),
    categories: columnArea(0, height),
    series: view.groups.map((_, place) => ({
      values: columnArea(1 + place, height),
      colour: seriesColour(place),
    })),
    valueAxis: say(context, SUMMARY_WORDS.percentAxis),
    at: { row: height, column: 0 },
    width: 720,
    height: CHART_HEIGHT,
  };
  return {
    heading: say(context, SUMMARY_HEADINGS.means),
    headers: [
      say(context, SUMMARY_WORDS.period),
      ...view.groups.map(({ result }) => groupName(result.group, context.language)),
    ],
    rows: periods.map((period) => [
      cell(period, STYLES.text),
      ...view.groups.map((group) => meanCell(group, period, context)),
    ]),
    charts: [chart],
    roomBelow: CHART_ROWS,
  };
}
