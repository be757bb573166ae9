import type { ContentCell } from '../../../domain/content.ts';
import { type CriterionNode, maxScoreOf } from '../../../domain/criteria-set.ts';
import { CRITERIA_HEADERS, CRITERIA_WORDS } from '../../../domain/messages/criteria-analysis-messages.ts';
import type { CriterionStatistics } from '../../../domain/statistics.ts';
import { cell } from '../content-rows.ts';
import type { FigureCells } from '../figure-cells.ts';
import { criterionName, type GroupView } from '../group-view.ts';
import { type OutputContext, say } from '../output-context.ts';
import { STYLES } from '../styles.ts';

/** A criterion or component of the table, with the field that it belongs to. */
export interface CriteriaRow {
  readonly node: CriterionNode;
  readonly field: CriterionNode;
  readonly figures: CriterionStatistics;
}

export interface CriteriaColumn {
  readonly header: string;
  readonly cellOf: (row: CriteriaRow) => ContentCell;
  /** True for the column that is shaded by its figure. */
  readonly shaded?: boolean;
}

/** A criterion that gathers components stands out, so that nobody adds its figures to theirs. */
const BRANCH = { ...STYLES.wrapped, bold: true };

function nameStyle({ node }: CriteriaRow) {
  return node.kind === 'branch' ? BRANCH : STYLES.wrapped;
}

function namesColumns({ analysis }: GroupView, context: OutputContext): readonly CriteriaColumn[] {
  const { language } = context;
  const low = new Set(analysis.low.map(({ code }) => code));
  const divisive = new Set(analysis.divisive.map(({ code }) => code));
  const flagsOf = ({ node }: CriteriaRow) => [
    ...(low.has(node.code) ? [say(context, CRITERIA_WORDS.low)] : []),
    ...(divisive.has(node.code) ? [say(context, CRITERIA_WORDS.divisive)] : []),
  ];
  return [
    {
      header: say(context, CRITERIA_HEADERS.code),
      cellOf: (row) => cell(row.node.code, nameStyle(row)),
    },
    {
      header: say(context, CRITERIA_HEADERS.criterion),
      cellOf: (row) => cell(criterionName(row.node, language), nameStyle(row)),
    },
    {
      header: say(context, CRITERIA_HEADERS.field),
      cellOf: ({ field }) => cell(`${field.code}. ${criterionName(field, language)}`, STYLES.muted),
    },
    {
      header: say(context, CRITERIA_HEADERS.flags),
      cellOf: (row) => {
        const flags = flagsOf(row);
        return cell(flags.length === 0 ? null : flags.join('; '), STYLES.wrapped);
      },
    },
  ];
}

function shareColumns({ analysis }: GroupView, figures: FigureCells): readonly Titled[] {
  const share = (name: Titled['name'], of: 'mean' | 'median' | 'min' | 'max' | 'spread'): Titled => ({
    name,
    cellOf: (row) => figures.percent(row.figures.share?.[of]),
  });
  const { rowsBefore } = analysis;
  const change: Titled = {
    name: 'change',
    cellOf: ({ node }) => figures.change(rowsBefore?.get(node.code)?.change),
  };
  return [
    { ...share('mean', 'mean'), shaded: true },
    ...(rowsBefore === undefined ? [] : [change]),
    share('median', 'median'),
    share('lowest', 'min'),
    share('highest', 'max'),
    share('spread', 'spread'),
  ];
}

/** Self-assessment against appraisal, and survey against appraisal, where the group has such. */
function gapColumns({ analysis }: GroupView, rows: readonly CriteriaRow[], figures: FigureCells) {
  const { claims, surveyGaps } = analysis;
  const claimOf = ({ node }: CriteriaRow) => claims.byCriterion.get(node.code);
  const claimed: readonly Titled[] = [
    { name: 'overClaim', cellOf: (row) => figures.pointsChange(claimOf(row)?.overClaim) },
    { name: 'lowered', cellOf: (row) => figures.count(claimOf(row)?.lowered) },
    { name: 'raised', cellOf: (row) => figures.count(claimOf(row)?.raised) },
  ];
  const surveyed: Titled = {
    name: 'surveyGap',
    cellOf: ({ node }) => figures.change(surveyGaps.get(node.code)?.gap),
  };
  return [
    ...(claims.all === undefined ? [] : claimed),
    ...(rows.some(({ node }) => surveyGaps.has(node.code)) ? [surveyed] : []),
  ];
}

interface Titled extends Omit<CriteriaColumn, 'header'> {
  readonly name: keyof typeof CRITERIA_HEADERS;
}

/** Code, name, field and remark, then the figures; a figure that no row has gets no column. */
export function criteriaColumns(
  view: GroupView,
  rows: readonly CriteriaRow[],
  figures: FigureCells,
  context: OutputContext,
): readonly CriteriaColumn[] {
  const titled: readonly Titled[] = [
    { name: 'maximum', cellOf: ({ node }) => figures.points(maxScoreOf(node)) },
    ...shareColumns(view, figures),
    { name: 'atFullMark', cellOf: (row) => figures.count(row.figures.atFullMark) },
    { name: 'atZero', cellOf: (row) => figures.count(row.figures.atZero) },
    { name: 'lost', cellOf: (row) => figures.points(row.figures.lost) },
    ...gapColumns(view, rows, figures),
  ];
  return [
    ...namesColumns(view, context),
    ...titled.map(({ name, ...column }) => ({ header: say(context, CRITERIA_HEADERS[name]), ...column })),
  ];
}
