import type { ContentCell } from '../../../domain/content.ts';
import type { CriterionCode } from '../../../domain/criteria-set.ts';
import { BY_FIELD_WORDS } from '../../../domain/messages/by-field-messages.ts';
import type { GroupAnalysis, MeanBefore } from '../../../domain/period-analysis.ts';
import type { Ratio } from '../../../domain/ratio.ts';
import type { Distribution } from '../../../domain/statistics.ts';
import { cell } from '../content-rows.ts';
import type { FigureCells } from '../figure-cells.ts';
import type { GroupView } from '../group-view.ts';
import { type OutputContext, say } from '../output-context.ts';
import { STYLES } from '../styles.ts';

/** A row of group figures below the units: its name, a figure by field, and one of the index or the total. */
interface MeanRow {
  readonly name: keyof typeof BY_FIELD_WORDS;
  readonly field: (code: CriterionCode) => ContentCell;
  readonly overall: ContentCell;
}

function named(row: MeanRow, { set }: GroupView, context: OutputContext): readonly ContentCell[] {
  const blank = cell(null, STYLES.total);
  const style = { ...STYLES.total, wrap: true };
  return [
    blank,
    blank,
    cell(say(context, BY_FIELD_WORDS[row.name]), style),
    ...set.fields.map(({ code }) => row.field(code)),
    row.overall,
  ];
}

/** What is known of the period before: of its entries scored again, else the mean that was published. */
function before({ rowsBefore, indexBefore, before: published }: GroupAnalysis) {
  const of = (code: CriterionCode): MeanBefore | undefined => rowsBefore?.get(code);
  if (rowsBefore !== undefined) return { name: 'meanBefore', of, overall: indexBefore } as const;
  if (published?.mean === undefined) return undefined;
  const { mean, meanChange: change } = published;
  return {
    name: 'meanPublished',
    of,
    overall: { mean, ...(change !== undefined && { change }) },
  } as const;
}

/**
 * Below the shares: the mean of each field, that of the period before and the change where known, the highest and the
 * lowest share, and how far people judge otherwise than appraisers where a field has both. None of nobody ranked.
 */
export function shareRows(view: GroupView, figures: FigureCells, context: OutputContext) {
  const { statistics, surveyGaps } = view.analysis;
  const shares = new Map(statistics.criteria.map(({ code, share }) => [code, share] as const));
  const index = statistics.index;
  if (index === undefined) return [];
  const row = (
    name: MeanRow['name'],
    of: (figures: Distribution | undefined) => Ratio | undefined,
  ): MeanRow => ({
    name,
    field: (code) => figures.percent(of(shares.get(code)), 'total'),
    overall: figures.percent(of(index), 'total'),
  });
  const then = before(view.analysis);
  const hasGaps = view.set.fields.some(({ code }) => surveyGaps.has(code));
  const rows: readonly MeanRow[] = [
    row('mean', (each) => each?.mean),
    ...(then === undefined
      ? []
      : [
          {
            name: then.name,
            field: (code: CriterionCode) => figures.percent(then.of(code)?.mean, 'total'),
            overall: figures.percent(then.overall?.mean, 'total'),
          },
          {
            name: 'change' as const,
            field: (code: CriterionCode) => figures.change(then.of(code)?.change, 'total'),
            overall: figures.change(then.overall?.change, 'total'),
          },
        ]),
    row('highest', (each) => each?.max),
    row('lowest', (each) => each?.min),
    ...(hasGaps
      ? [
          {
            name: 'surveyGap' as const,
            field: (code: CriterionCode) => figures.change(surveyGaps.get(code)?.gap, 'total'),
            overall: figures.change(undefined, 'total'),
          },
        ]
      : []),
  ];
  return rows.map((each) => named(each, view, context));
}

/** Below the points: the mean of each field. */
export function pointsRow(view: GroupView, figures: FigureCells, context: OutputContext) {
  const { statistics } = view.analysis;
  if (statistics.index === undefined) return [];
  const points = new Map(statistics.criteria.map((each) => [each.code, each.points] as const));
  const row: MeanRow = {
    name: 'mean',
    field: (code) => figures.meanPoints(points.get(code)?.mean, 'total'),
    overall: cell(null, STYLES.total),
  };
  return [named(row, view, context)];
}
