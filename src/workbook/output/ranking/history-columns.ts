import { assertNever } from '../../../domain/assert-never.ts';
import type { UnitComparison } from '../../../domain/comparison.ts';
import type { ContentCell } from '../../../domain/content.ts';
import { MOVEMENT_WORDS } from '../../../domain/messages/movement-words.ts';
import { OUTPUT_HEADERS } from '../../../domain/messages/output-messages.ts';
import { ratioAsNumber } from '../../../domain/number-format.ts';
import { compareRatios, subtractRatios } from '../../../domain/ratio.ts';
import type { GroupResult, RankedUnit } from '../../../domain/scoreboard.ts';
import { cell } from '../content-rows.ts';
import { type OutputContext, say } from '../output-context.ts';
import { figureStyle, STYLES } from '../styles.ts';
import type { Comparisons, Entry, RankingColumn } from './ranking-entry.ts';

/** Rank before and now of a unit that kept its place in the same group's history. */
function ranksOf(comparison: UnitComparison | undefined) {
  return comparison?.published?.rank ?? comparison?.recomputed?.rank;
}

/** ▲2 for a rise by two places, ▼1 for a fall, = for the same place; a word where no rank is carried over. */
function movementCell(
  entry: Entry,
  comparison: UnitComparison | undefined,
  context: OutputContext,
): ContentCell {
  const none = cell(null, STYLES.centred);
  if (entry.kind === 'unranked' || comparison === undefined) return none;
  switch (comparison.lineage.kind) {
    case 'new':
    case 'merged':
    case 'split':
      return cell(say(context, MOVEMENT_WORDS[comparison.lineage.kind]), STYLES.centred);
    case 'same':
    case 'renamed': {
      const change = ranksOf(comparison)?.change;
      if (change === undefined) return none;
      if (change === 0) return cell('=', STYLES.centred);
      return change > 0 ? cell(`▲${change}`, STYLES.rise) : cell(`▼${-change}`, STYLES.fall);
    }
    default:
      return assertNever(comparison.lineage);
  }
}

function rankBeforeColumns(comparisons: Comparisons, context: OutputContext): readonly RankingColumn[] {
  const of = ({ unit }: Entry) => comparisons.get(unit.sheet.unit.id);
  return [
    {
      header: say(context, OUTPUT_HEADERS.rankBefore),
      width: 70,
      cellOf: (entry) => cell(ranksOf(of(entry))?.before ?? null, STYLES.whole),
    },
    {
      header: say(context, OUTPUT_HEADERS.movement),
      width: 80,
      cellOf: (entry) => movementCell(entry, of(entry), context),
    },
  ];
}

/** For how many periods in a row the first has been first; a column only where somebody has been it before. */
function streakColumn(
  { ranked }: GroupResult,
  comparisons: Comparisons,
  context: OutputContext,
): readonly RankingColumn[] {
  const streakOf = ({ sheet, standing }: RankedUnit) =>
    standing.rank === 1 ? comparisons.get(sheet.unit.id)?.streak?.atRank : undefined;
  if (!ranked.some((unit) => (streakOf(unit) ?? 0) > 1)) return [];
  return [
    {
      header: say(context, OUTPUT_HEADERS.streak),
      width: 80,
      cellOf: (entry) =>
        cell((entry.kind === 'ranked' ? streakOf(entry.unit) : undefined) ?? null, STYLES.whole),
    },
  ];
}

/** Percentage points of the index that a unit lacks to the next better place; none for the first. */
function gapColumn({ ranked }: GroupResult, context: OutputContext): RankingColumn {
  const { figures } = context;
  const gaps = new Map(
    ranked.map((unit, index) => {
      const better = ranked.slice(0, index).findLast(({ standing }) => standing.rank < unit.standing.rank);
      const gap = better === undefined ? undefined : subtractRatios(better.index, unit.index);
      // A tie-break or the shown decimals may have put a smaller exact index first: then nothing is lacking.
      const isLacking = gap !== undefined && compareRatios(gap, { numerator: 0n, denominator: 1n }) > 0;
      return [unit.sheet.unit.id, isLacking ? ratioAsNumber(gap, figures) : null] as const;
    }),
  );
  return {
    header: say(context, OUTPUT_HEADERS.gap),
    width: 90,
    cellOf: (entry) =>
      cell(gaps.get(entry.unit.sheet.unit.id) ?? null, figureStyle(figures.decimals, 'plain')),
  };
}

/** Last period's rank, the movement, years in a row at the top, and the gap to the place above. */
export function historyColumns(
  group: GroupResult,
  comparisons: Comparisons,
  context: OutputContext,
): readonly RankingColumn[] {
  return [
    ...(comparisons.size === 0 ? [] : rankBeforeColumns(comparisons, context)),
    ...streakColumn(group, comparisons, context),
    ...(group.ranked.length < 2 ? [] : [gapColumn(group, context)]),
  ];
}
