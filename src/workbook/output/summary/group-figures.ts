import type { ContentCell } from '../../../domain/content.ts';
import { componentsOfSet } from '../../../domain/criteria-set.ts';
import type { SUMMARY_ROWS } from '../../../domain/messages/summary-messages.ts';
import { formatRatio, pointsAsNumber, ratioAsNumber } from '../../../domain/number-format.ts';
import type { GroupAnalysis, UnitAnalysis } from '../../../domain/period-analysis.ts';
import type { Ratio } from '../../../domain/ratio.ts';
import type { UnitId } from '../../../domain/unit.ts';
import { magnitude } from '../announcement/bilingual-figures.ts';
import { cell } from '../content-rows.ts';
import type { GroupView } from '../group-view.ts';
import { contextOf, type OutputContext } from '../output-context.ts';
import { changeStyle, figureStyle, pointsStyle, STYLES } from '../styles.ts';
import { unitName } from '../unit-names.ts';

/** A figure of a group: as it is now, and as it was in the period before where that is known. */
export interface FigureRow {
  readonly name: keyof typeof SUMMARY_ROWS;
  readonly now: (view: GroupView, context: OutputContext) => ContentCell;
  readonly before?: (view: GroupView, context: OutputContext) => ContentCell;
  /** True for a row that is left out where no group has anything in it. */
  readonly optional?: boolean;
}

const NOTHING = cell(null, STYLES.centred);

function percent(value: Ratio | undefined, { figures }: OutputContext): ContentCell {
  const shown = value === undefined ? null : ratioAsNumber(value, figures);
  return cell(shown, figureStyle(figures.decimals, 'plain'));
}

function count(value: number | undefined): ContentCell {
  return cell(value ?? null, figureStyle(0, 'plain'));
}

function namesOf(ids: readonly UnitId[], { result }: GroupView, { language }: OutputContext): string {
  const units = [...result.ranked, ...result.unranked].filter(({ sheet }) => ids.includes(sheet.unit.id));
  return units.map(({ sheet }) => unitName(sheet, language)).join(', ');
}

function leaders({ result }: GroupView): readonly UnitId[] {
  return result.ranked.filter(({ standing }) => standing.rank === 1).map(({ sheet }) => sheet.unit.id);
}

/** The units of now that were first in the period before. */
function leadersBefore({ analysis }: GroupView): readonly UnitId[] {
  const { units, before } = analysis;
  const wasFirst = ({ comparison: { history } }: UnitAnalysis) =>
    history.some(({ period, result }) => period === before?.period && result?.rank === 1);
  return units.filter(wasFirst).map(({ unitId }) => unitId);
}

/** Without earlier periods nobody knows for how long the first has been first. */
function streakOf(view: GroupView): number | undefined {
  if (view.analysis.earlier.length === 0) return undefined;
  const [first] = leaders(view);
  const streak = view.analysis.units.find(({ unitId }) => unitId === first)?.comparison.streak;
  return streak?.atRank;
}

/** The units that moved most, with by how much. */
function extreme(kind: 'largestRise' | 'largestFall') {
  return (view: GroupView, context: OutputContext): ContentCell => {
    const ids = view.analysis.published?.[kind] ?? [];
    const [first] = ids;
    const change = view.analysis.units.find(({ unitId }) => unitId === first)?.comparison.published?.change;
    if (change === undefined) return NOTHING;
    const sign = kind === 'largestRise' ? '+' : '−';
    const by = formatRatio(magnitude(change), contextOf(view.result, context).figures, context.numbers);
    return cell(`${namesOf(ids, view, context)} (${sign}${by})`, STYLES.wrapped);
  };
}

function index(of: 'mean' | 'median' | 'min' | 'max' | 'spread') {
  return (view: GroupView, context: OutputContext) =>
    percent(view.analysis.statistics.index?.[of], contextOf(view.result, context));
}

/** Results of a group, one figure a row; figures of the period before stand beside those that have one. */
export const RESULT_ROWS: readonly FigureRow[] = [
  { name: 'rankedUnits', now: ({ result }) => count(result.ranked.length) },
  { name: 'unrankedUnits', now: ({ result }) => count(result.unranked.length) },
  {
    name: 'mean',
    now: index('mean'),
    before: ({ analysis, result }, context) => percent(analysis.before?.mean, contextOf(result, context)),
  },
  {
    name: 'meanChange',
    now: ({ analysis, result }, context) => {
      const { figures } = contextOf(result, context);
      const change = analysis.before?.meanChange;
      return cell(
        change === undefined ? null : ratioAsNumber(change, figures),
        changeStyle(figures.decimals),
      );
    },
    optional: true,
  },
  { name: 'median', now: index('median') },
  { name: 'highest', now: index('max') },
  { name: 'lowest', now: index('min') },
  { name: 'spread', now: index('spread') },
  { name: 'aboveMean', now: ({ analysis }) => count(analysis.statistics.index?.aboveMean) },
  {
    name: 'leader',
    now: (view, context) => cell(namesOf(leaders(view), view, context), STYLES.wrapped),
    before: (view, context) => cell(namesOf(leadersBefore(view), view, context), STYLES.wrapped),
  },
  { name: 'streak', now: (view) => count(streakOf(view)), optional: true },
  { name: 'up', now: ({ analysis }) => count(analysis.published?.up), optional: true },
  { name: 'down', now: ({ analysis }) => count(analysis.published?.down), optional: true },
  { name: 'largestRise', now: extreme('largestRise'), optional: true },
  { name: 'largestFall', now: extreme('largestFall'), optional: true },
];

function withoutClaims({ claims, units }: GroupAnalysis): number | undefined {
  if (claims.all === undefined) return undefined;
  return units.filter(({ unitId }) => !claims.byUnit.has(unitId)).length;
}

/** Nothing for a group whose set has no criterion with a due day. */
function lateIn({ analysis, set }: GroupView): number | undefined {
  const isDated = componentsOfSet(set).some(({ rule }) => rule?.kind === 'lateness');
  return isDated ? analysis.quality.late : undefined;
}

/** How complete the entries of a group are. */
export const QUALITY_ROWS: readonly FigureRow[] = [
  {
    name: 'complete',
    now: ({ analysis: { quality } }) => count(quality.units - quality.incomplete),
  },
  { name: 'missing', now: ({ analysis }) => count(analysis.quality.missing) },
  { name: 'selfAssessed', now: ({ analysis }) => count(analysis.quality.selfAssessed) },
  { name: 'countedAsZero', now: ({ analysis }) => count(analysis.quality.countedAsZero) },
  { name: 'withoutClaims', now: ({ analysis }) => count(withoutClaims(analysis)), optional: true },
  { name: 'late', now: (view) => count(lateIn(view)), optional: true },
  {
    name: 'removed',
    now: ({ analysis, result }, context) =>
      cell(
        pointsAsNumber(analysis.quality.removed),
        pointsStyle(contextOf(result, context).figures.decimals),
      ),
  },
];
