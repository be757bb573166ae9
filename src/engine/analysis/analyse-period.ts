import type { RankRange } from '../../domain/analysis.ts';
import type { PastResult, PredecessorLink } from '../../domain/past-result.ts';
import type { PeriodAnalysis } from '../../domain/period-analysis.ts';
import type { PeriodInput } from '../../domain/period-input.ts';
import type { Scoreboard } from '../../domain/scoreboard.ts';
import type { GroupId, UnitId } from '../../domain/unit.ts';
import { comparePeriods, type Past, type ScoredPeriod } from '../compare/compare-periods.ts';
import { gatherHistory } from '../compare/gather-history.ts';
import { setsByGroup } from '../sets-by-group.ts';
import { entriesOf, gatherEntries } from '../unit-entries.ts';
import { analyseGroup } from './analyse-group.ts';
import { rankRanges } from './rank-ranges.ts';

/** What a period is compared with; a workbook may have neither. */
export interface AnalysisHistory {
  /** Earlier results as they were published, in any order. */
  readonly results: readonly PastResult[];
  readonly links: readonly PredecessorLink[];
  /** The entries of the period before, scored again. */
  readonly recomputed?: ScoredPeriod;
}

/**
 * All that is said of a period beside its rankings: statistics, weak criteria, claims, movements, lifts, places still
 * possible (docs/analysis.md). Everything is exact; whoever shows it rounds it.
 */
export function analysePeriod(
  input: PeriodInput,
  board: Scoreboard,
  history: AnalysisHistory,
): PeriodAnalysis {
  const { period } = input.settings;
  const past: Past = {
    published: gatherHistory(history.results, period),
    links: history.links,
    ...(history.recomputed !== undefined && { recomputed: history.recomputed }),
  };
  const comparisons = new Map(
    comparePeriods({ period, board, sets: input.sets }, past).map((each) => [each.unitId, each] as const),
  );
  const entries = gatherEntries(input);
  const sets = setsByGroup(input);
  const ranges = isUnfinished(board) ? rankRanges(input, board) : new Map<GroupId, readonly RankRange[]>();
  const previousPeriod = past.published[0]?.period ?? history.recomputed?.period;
  return {
    groups: board.groups.map((result) =>
      analyseGroup(result, {
        input,
        scorer: sets.scorerOfGroup(result.group.id),
        past,
        comparisons,
        entriesOfUnit: (unitId: UnitId) => entriesOf(entries, unitId),
        ranges: ranges.get(result.group.id) ?? [],
      }),
    ),
    ...(previousPeriod !== undefined && { previousPeriod }),
  };
}

/** Whether any unit still lacks a mark, counted as zero or not: then places may still change. */
function isUnfinished({ groups }: Scoreboard): boolean {
  const units = groups.flatMap(({ ranked, unranked }) => [...ranked, ...unranked]);
  return units.some(
    ({ sheet }) =>
      sheet.missing.length > 0 ||
      sheet.countedAsZero !== undefined ||
      sheet.selfAssessed !== undefined ||
      sheet.surveyLeftOut !== undefined,
  );
}
