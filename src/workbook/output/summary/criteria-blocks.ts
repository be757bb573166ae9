import type { ContentCell } from '../../../domain/content.ts';
import { SUMMARY_HEADINGS, SUMMARY_WORDS } from '../../../domain/messages/summary-messages.ts';
import { ratioAsNumber } from '../../../domain/number-format.ts';
import type { CriterionStatistics } from '../../../domain/statistics.ts';
import { cell } from '../content-rows.ts';
import { componentNamed, criterionName, type GroupView } from '../group-view.ts';
import { contextOf, type OutputContext, say } from '../output-context.ts';
import type { Block } from '../stack-blocks.ts';
import { figureStyle, STYLES } from '../styles.ts';
import { groupName } from '../unit-names.ts';
import { pairRow } from './pairs.ts';
import type { SummaryView } from './summary-view.ts';

/** As many as fit on the page beside everything else. */
const CRITERIA_SHOWN = 5;

type Kind = 'low' | 'divisive';

const FIGURE_HEADERS = { low: SUMMARY_WORDS.share, divisive: SUMMARY_WORDS.spread } as const;

function figureOf(kind: Kind, { shareOfMax, share }: CriterionStatistics) {
  return kind === 'low' ? shareOfMax : share?.spread;
}

function criterionCells(
  kind: Kind,
  row: CriterionStatistics | undefined,
  view: GroupView,
  context: OutputContext,
): readonly [ContentCell, ContentCell] {
  if (row === undefined) return [cell(null, STYLES.text), cell(null, STYLES.centred)];
  const { figures, language } = contextOf(view.result, context);
  const component = componentNamed(view, row.code);
  const name = component === undefined ? '' : ` ${criterionName(component, language)}`;
  const figure = figureOf(kind, row);
  return [
    cell(`${row.code}${name}`, STYLES.wrapped),
    cell(
      figure === undefined ? null : ratioAsNumber(figure, figures),
      figureStyle(figures.decimals, 'plain'),
    ),
  ];
}

/** Each group's lowest, or most divisive, criteria with their share attained, or their spread; at most five rows. */
export function criteriaBlock(kind: Kind, view: SummaryView, context: OutputContext): Block | undefined {
  const longest = Math.max(0, ...view.groups.map(({ analysis }) => analysis[kind].length));
  if (longest === 0) return undefined;
  const headers = view.groups.flatMap(({ result }) => [
    groupName(result.group, context.language),
    say(context, FIGURE_HEADERS[kind]),
  ]);
  return {
    heading: say(context, SUMMARY_HEADINGS[kind]),
    headers: ['', ...headers],
    rows: Array.from({ length: Math.min(longest, CRITERIA_SHOWN) }, (_, place) =>
      pairRow(cell(null, STYLES.blank), view.groups, (group) =>
        criterionCells(kind, group.analysis[kind][place], group, context),
      ),
    ),
  };
}
