import type { Content } from '../../../domain/content.ts';
import type { ColourScale, Layout } from '../../../domain/layout.ts';
import { OUTPUT_HEADERS, OUTPUT_WORDS, subtitleLine } from '../../../domain/messages/output-messages.ts';
import { ratioAsNumber } from '../../../domain/number-format.ts';
import type { Ratio } from '../../../domain/ratio.ts';
import type { GroupResult } from '../../../domain/scoreboard.ts';
import { incompleteWarning } from '../completeness.ts';
import { cell, ROWS_ABOVE_TABLE, tableContent } from '../content-rows.ts';
import { contextOf, gradeName, type OutputContext, parentName, say } from '../output-context.ts';
import { rankCell } from '../rank-cell.ts';
import { figureStyle, INDEX_SCALE, STYLES } from '../styles.ts';
import { groupName, unitName } from '../unit-names.ts';
import { gradeStyle } from './grade-style.ts';
import { historyColumns } from './history-columns.ts';
import { pointsColumns } from './points-columns.ts';
import { type Comparisons, entriesOf, type RankingColumn, sheetsOf } from './ranking-entry.ts';
import { rankedNote, unrankedNote } from './ranking-notes.ts';

function indexCell(index: Ratio | undefined, context: OutputContext, emphasis: 'strong' | 'total') {
  const value = index === undefined ? null : ratioAsNumber(index, context.figures);
  return cell(value, figureStyle(context.figures.decimals, emphasis));
}

function identityColumns(group: GroupResult, context: OutputContext): readonly RankingColumn[] {
  const mean = group.ranked.length === 0 ? null : say(context, OUTPUT_WORDS.mean);
  const hasParents = sheetsOf(group).some((sheet) => sheet.unit.parent !== undefined);
  const parent: RankingColumn = {
    header: say(context, OUTPUT_HEADERS.parent),
    width: 170,
    cellOf: ({ unit }) => cell(parentName(unit.sheet.unit, context), STYLES.text),
  };
  return [
    { header: say(context, OUTPUT_HEADERS.rank), width: 55, cellOf: rankCell },
    {
      header: say(context, OUTPUT_HEADERS.unitCode),
      width: 90,
      cellOf: ({ unit }) => cell(unit.sheet.unit.id, STYLES.text),
    },
    {
      header: say(context, OUTPUT_HEADERS.unit),
      width: 260,
      cellOf: ({ unit }) => cell(unitName(unit.sheet, context.language), STYLES.wrapped),
      mean: cell(mean, STYLES.total),
    },
    ...(hasParents ? [parent] : []),
  ];
}

function gradeColumn({ grades }: GroupResult, context: OutputContext): readonly RankingColumn[] {
  if (grades.length === 0) return [];
  return [
    {
      header: say(context, OUTPUT_HEADERS.grade),
      width: 90,
      cellOf: ({ unit }) => cell(gradeName(unit.grade, context), gradeStyle(unit.grade, grades)),
    },
  ];
}

function columnsOf(
  group: GroupResult,
  comparisons: Comparisons,
  context: OutputContext,
): readonly RankingColumn[] {
  return [
    ...identityColumns(group, context),
    ...pointsColumns(group, context),
    {
      header: say(context, OUTPUT_HEADERS.index),
      width: 80,
      cellOf: ({ unit }) => indexCell(unit.index, context, 'strong'),
      mean: indexCell(group.mean, context, 'total'),
      shaded: true,
    },
    ...gradeColumn(group, context),
    ...historyColumns(group, comparisons, context),
    {
      header: say(context, OUTPUT_HEADERS.note),
      width: 320,
      cellOf: (entry) =>
        cell(
          entry.kind === 'ranked' ? rankedNote(entry.unit, context) : unrankedNote(entry.unit, context),
          STYLES.muted,
        ),
    },
  ];
}

/** Shades the index of the ranked units; lets people filter and sort them, and leaves the average where it is. */
function dressing(columns: readonly RankingColumn[], ranked: number): Pick<Layout, 'scales' | 'filter'> {
  if (ranked === 0) return {};
  const scales = columns.flatMap(({ shaded = false }, left): readonly ColourScale[] =>
    shaded ? [{ area: { top: ROWS_ABOVE_TABLE, left, height: ranked, width: 1 }, ...INDEX_SCALE }] : [],
  );
  return {
    scales,
    filter: { top: ROWS_ABOVE_TABLE - 1, left: 0, height: ranked + 1, width: columns.length },
  };
}

/** What a ranking is shown with beside its own results. */
export interface RankingView {
  /** The line that says whether the figures stand. */
  readonly status: string;
  /** Each unit against the period before; none where no earlier results are known. */
  readonly comparisons: Comparisons;
}

/**
 * The ranking tab of a group: (5 head rows + ranked units + 1 row of the average + units without a place)
 * × columns. Best unit first; points exact, indexes and the average in percent rounded as the set says.
 */
export function renderRanking(group: GroupResult, workbook: OutputContext, view: RankingView): Content {
  const context = contextOf(group, workbook);
  const columns = columnsOf(group, view.comparisons, context);
  const rows = entriesOf(group).map((entry) => columns.map((column) => column.cellOf(entry)));
  const meanRow = columns.map((column) => column.mean ?? cell(null, STYLES.total));
  const ranked = group.ranked.length;
  const content = tableContent({
    title: say(context, OUTPUT_WORDS.rankingTitle),
    subtitle: say(context, subtitleLine({ ...context, group: groupName(group.group, context.language) })),
    status: view.status,
    warning: incompleteWarning([group], context),
    headers: columns.map((column) => column.header),
    rows: [...rows.slice(0, ranked), ...(group.mean === undefined ? [] : [meanRow]), ...rows.slice(ranked)],
    columnWidths: columns.map((column) => column.width),
    frozenColumns: 3,
  });
  return { ...content, ...dressing(columns, ranked), page: 'landscape' };
}
