import type { Content, ContentCell } from '../../domain/content.ts';
import { OUTPUT_HEADERS, OUTPUT_WORDS, subtitleLine } from '../../domain/messages/output-messages.ts';
import { ratioAsNumber } from '../../domain/number-format.ts';
import type { Ratio } from '../../domain/ratio.ts';
import type { GroupResult, RankedUnit, Scoreboard } from '../../domain/scoreboard.ts';
import { cell, tableContent } from './content-rows.ts';
import { contextOf, type OutputContext, say } from './output-context.ts';
import { figureStyle, STYLES } from './styles.ts';
import { groupName, unitName } from './unit-names.ts';

const HEADERS = [
  OUTPUT_HEADERS.group,
  OUTPUT_HEADERS.rankedUnits,
  OUTPUT_HEADERS.unrankedUnits,
  OUTPUT_HEADERS.meanIndex,
  OUTPUT_HEADERS.highest,
  OUTPUT_HEADERS.highestIndex,
  OUTPUT_HEADERS.lowest,
  OUTPUT_HEADERS.lowestIndex,
  OUTPUT_HEADERS.grades,
] as const;

const COLUMN_WIDTHS = [220, 110, 110, 110, 260, 110, 260, 110, 260] as const;

/** The names of all units that share a place: several when they are tied there. */
function namesAt(group: GroupResult, place: RankedUnit | undefined, context: OutputContext): string {
  return group.ranked
    .filter((unit) => unit.standing.rank === place?.standing.rank)
    .map((unit) => unitName(unit.sheet, context.language))
    .join(', ');
}

function groupRow(group: GroupResult, context: OutputContext): readonly ContentCell[] {
  const [first, last] = [group.ranked.at(0), group.ranked.at(-1)];
  const index = (value: Ratio | undefined) =>
    cell(
      value === undefined ? null : ratioAsNumber(value, context.figures),
      figureStyle(context.figures.decimals, 'plain'),
    );
  const grades = group.grades.map(({ grade, units }) => `${grade}: ${units}`).join('; ');
  return [
    cell(groupName(group.group, context.language), STYLES.wrapped),
    cell(group.ranked.length, STYLES.whole),
    cell(group.unranked.length, STYLES.whole),
    index(group.mean),
    cell(namesAt(group, first, context), STYLES.wrapped),
    index(first?.index),
    cell(namesAt(group, last, context), STYLES.wrapped),
    index(last?.index),
    cell(grades, STYLES.wrapped),
  ];
}

/** The summary tab: 5 head rows + one row per group × 9 columns; indexes in percent. */
export function renderSummary(scoreboard: Scoreboard, context: OutputContext, status: string): Content {
  return tableContent({
    title: say(context, OUTPUT_WORDS.summaryTitle),
    subtitle: say(context, subtitleLine(context)),
    status,
    headers: HEADERS.map((header) => say(context, header)),
    rows: scoreboard.groups.map((group) => groupRow(group, contextOf(group, context))),
    columnWidths: COLUMN_WIDTHS,
    frozenColumns: 1,
  });
}
