import type { ContentCell } from '../../../domain/content.ts';
import type { Chart } from '../../../domain/layout.ts';
import { bottomHeading, SUMMARY_WORDS, topHeading } from '../../../domain/messages/summary-messages.ts';
import { ratioAsNumber } from '../../../domain/number-format.ts';
import type { RankedUnit } from '../../../domain/scoreboard.ts';
import { cell } from '../content-rows.ts';
import type { GroupView } from '../group-view.ts';
import { contextOf, type OutputContext, say } from '../output-context.ts';
import type { Block } from '../stack-blocks.ts';
import { figureStyle, STYLES, seriesColour } from '../styles.ts';
import { groupName, unitName } from '../unit-names.ts';
import { CHART_HEIGHT, CHART_ROWS } from './figure-blocks.ts';
import { columnArea, PAIR_WIDTH, pairColumn, pairRow } from './pairs.ts';
import type { SummaryView } from './summary-view.ts';

type Cells = readonly [ContentCell, ContentCell];

const NOTHING: Cells = [cell(null, STYLES.text), cell(null, STYLES.centred)];

function unitCells(unit: RankedUnit | undefined, { result }: GroupView, context: OutputContext): Cells {
  if (unit === undefined) return NOTHING;
  const { figures } = contextOf(result, context);
  return [
    cell(`${unit.standing.rank}. ${unitName(unit.sheet, context.language)}`, STYLES.wrapped),
    cell(ratioAsNumber(unit.index, figures), figureStyle(figures.decimals, 'plain')),
  ];
}

type End = 'top' | 'bottom';

const HEADINGS = { top: topHeading, bottom: bottomHeading } as const;

/** The first units of a group, or the last: never a unit that stands among the first as well. */
function unitsAt(end: End, { result: { ranked } }: GroupView, places: number): readonly RankedUnit[] {
  return end === 'top' ? ranked.slice(0, places) : ranked.slice(Math.max(places, ranked.length - places));
}

/** A bar chart of each list, below the columns in which it stands. */
function chartsOf(
  end: End,
  { groups: lists, topPlaces }: SummaryView,
  rows: number,
  context: OutputContext,
): Block['charts'] {
  const height = rows + 1;
  const heading = say(context, HEADINGS[end](topPlaces));
  return lists.map(({ result }, place): Chart => {
    const column = pairColumn(place);
    return {
      key: `${end}.${result.group.id}`,
      kind: 'bar',
      stacking: 'none',
      title: `${heading}: ${groupName(result.group, context.language)}`,
      categories: columnArea(column, height),
      series: [{ values: columnArea(column + 1, height), colour: seriesColour(place) }],
      valueAxis: say(context, SUMMARY_WORDS.percentAxis),
      at: { row: height, column },
      width: PAIR_WIDTH,
      height: CHART_HEIGHT,
    };
  });
}

/** The leading or the last places of each group with their indexes, and a chart of each; absent where nobody is so. */
export function endBlock(end: End, view: SummaryView, context: OutputContext): Block | undefined {
  const { groups, topPlaces } = view;
  const lists = groups.map((group) => unitsAt(end, group, topPlaces));
  const longest = Math.max(0, ...lists.map((units) => units.length));
  if (longest === 0) return undefined;
  const headers = groups.flatMap(({ result }) => [
    groupName(result.group, context.language),
    say(context, SUMMARY_WORDS.index),
  ]);
  const rows = Array.from({ length: longest }, (_, place) =>
    pairRow(cell(null, STYLES.blank), groups, (group) =>
      unitCells(unitsAt(end, group, topPlaces)[place], group, context),
    ),
  );
  return {
    heading: say(context, HEADINGS[end](topPlaces)),
    headers: ['', ...headers],
    rows,
    charts: chartsOf(end, view, longest, context)?.filter((_, place) => lists[place]?.length !== 0) ?? [],
    roomBelow: CHART_ROWS,
  };
}
