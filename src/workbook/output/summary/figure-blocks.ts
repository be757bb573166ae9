import type { ContentCell } from '../../../domain/content.ts';
import type { Chart } from '../../../domain/layout.ts';
import { issueCounts } from '../../../domain/messages/output-messages.ts';
import { SUMMARY_HEADINGS, SUMMARY_ROWS, SUMMARY_WORDS } from '../../../domain/messages/summary-messages.ts';
import { cell } from '../content-rows.ts';
import type { GroupView } from '../group-view.ts';
import { gradeName, type OutputContext, say } from '../output-context.ts';
import type { Block } from '../stack-blocks.ts';
import { gradeShade, STYLES } from '../styles.ts';
import { groupName } from '../unit-names.ts';
import { type FigureRow, QUALITY_ROWS, RESULT_ROWS } from './group-figures.ts';
import { pairRow } from './pairs.ts';
import type { SummaryView } from './summary-view.ts';

/** Rows that a chart of this height covers, at the usual height of a row. */
export const CHART_ROWS = 12;
export const CHART_HEIGHT = 240;

const NOTHING = cell(null, STYLES.centred);

/** The group's name over its figures of now, and the period before over those of then. */
function pairHeaders({ groups }: SummaryView, first: string, context: OutputContext): readonly string[] {
  const before = say(context, SUMMARY_WORDS.before);
  return [
    first,
    ...groups.flatMap(({ result, analysis }) => [
      groupName(result.group, context.language),
      analysis.before === undefined ? '' : `${before} (${analysis.before.period})`,
    ]),
  ];
}

type Line = readonly ContentCell[];

/** The cell of the period before; a group without one has no such column to look at. */
function besideNow({ analysis }: GroupView, before: ContentCell | undefined): ContentCell {
  return analysis.before === undefined ? cell(null, STYLES.blank) : (before ?? NOTHING);
}

function figureLines(rows: readonly FigureRow[], view: SummaryView, context: OutputContext): readonly Line[] {
  return rows.flatMap(({ name, now, before, optional = false }): readonly Line[] => {
    const cells = view.groups.map(
      (group) => [now(group, context), besideNow(group, before?.(group, context))] as const,
    );
    if (optional && cells.flat().every(({ value }) => value === null)) return [];
    const label = cell(say(context, SUMMARY_ROWS[name]), STYLES.wrapped);
    return [pairRow(label, cells, (pair) => pair)];
  });
}

function figureBlock(
  heading: keyof typeof SUMMARY_HEADINGS,
  lines: readonly Line[],
  view: SummaryView,
  context: OutputContext,
): Block {
  return {
    heading: say(context, SUMMARY_HEADINGS[heading]),
    headers: pairHeaders(view, say(context, SUMMARY_WORDS.figure), context),
    rows: lines,
  };
}

/** Results of each group, one figure a row: at most 15 rows × (1 + 2 × groups). */
export function resultsBlock(view: SummaryView, context: OutputContext): Block {
  return figureBlock('groups', figureLines(RESULT_ROWS, view, context), view, context);
}

/** The issues of the workbook belong to no group: they stand below the first. */
function issueLines({ issues, groups }: SummaryView, context: OutputContext): readonly Line[] {
  if (issues === undefined) return [];
  const counts = cell(say(context, issueCounts(issues.errors, issues.warnings)), STYLES.wrapped);
  const label = cell(say(context, SUMMARY_ROWS.issues), STYLES.wrapped);
  return [
    pairRow(label, [...groups.keys()], (place) => [place === 0 ? counts : NOTHING, cell(null, STYLES.blank)]),
  ];
}

/** How complete the entries of each group are, and the issues of them all: at most 8 rows × (1 + 2 × groups). */
export function qualityBlock(view: SummaryView, context: OutputContext): Block {
  const lines = [...figureLines(QUALITY_ROWS, view, context), ...issueLines(view, context)];
  return figureBlock('quality', lines, view, context);
}

/** Every class of any group, best first as the groups have them; classes that exist no more come last. */
function gradesOf({ groups }: SummaryView): readonly string[] {
  const now = groups.flatMap(({ result }) => result.grades.map(({ grade }) => grade));
  const before = groups.flatMap(({ analysis }) => analysis.before?.grades.map(({ grade }) => grade) ?? []);
  return [...new Set([...now, ...before])];
}

function unitsWith(grade: string, counts: GroupView['result']['grades'] | undefined) {
  return cell(counts?.find((each) => each.grade === grade)?.units ?? null, STYLES.whole);
}

/** Units per class of each group, beside those of the period before, and a chart of them. */
export function classesBlock(view: SummaryView, context: OutputContext): Block | undefined {
  const grades = gradesOf(view);
  if (grades.length === 0) return undefined;
  const width = 1 + 2 * view.groups.length;
  const rowArea = (top: number) => ({ top, left: 0, height: 1, width });
  const chart: Chart = {
    key: 'classes',
    kind: 'bar',
    stacking: 'percent',
    title: say(context, SUMMARY_HEADINGS.classes),
    categories: rowArea(0),
    series: grades.map((_, place) => ({
      values: rowArea(1 + place),
      colour: gradeShade(place, grades.length),
    })),
    valueAxis: say(context, SUMMARY_WORDS.unitsAxis),
    at: { row: 1 + grades.length, column: 0 },
    width: 720,
    height: CHART_HEIGHT,
  };
  return {
    heading: say(context, SUMMARY_HEADINGS.classes),
    headers: pairHeaders(view, say(context, SUMMARY_WORDS.grade), context),
    rows: grades.map((grade) =>
      pairRow(cell(gradeName(grade, context), STYLES.text), view.groups, (group) => [
        unitsWith(grade, group.result.grades),
        besideNow(group, unitsWith(grade, group.analysis.before?.grades)),
      ]),
    ),
    charts: [chart],
    roomBelow: CHART_ROWS,
  };
}
