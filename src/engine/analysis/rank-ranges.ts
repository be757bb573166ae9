import type { RankRange } from '../../domain/analysis.ts';
import { compareCodes } from '../../domain/compare-codes.ts';
import type { PeriodInput } from '../../domain/period-input.ts';
import type { Ratio } from '../../domain/ratio.ts';
import type { GroupResult, Scoreboard, ScoreSheet } from '../../domain/scoreboard.ts';
import type { GroupId } from '../../domain/unit.ts';
import { indexScore } from '../index-score.ts';
import { type Method, methodOf } from '../method-of.ts';
import { approximate } from '../order-exactly.ts';
import { rankFigure } from '../rank-figure.ts';
import { reasonAgainstRank } from '../score-group.ts';
import { scoreSheet } from '../score-sheet.ts';
import type { SetScorer } from '../set-scorer.ts';
import { setsByGroup } from '../sets-by-group.ts';
import { tieBreakKey } from '../tie-break-key.ts';
import { entriesOf, gatherEntries, type UnitEntries } from '../unit-entries.ts';
import { fillBlanks } from './fill-blanks.ts';
import { type Candidate, placesOf } from './possible-places.ts';

/**
 * For every group the places that each unit can still take when every official mark that is missing may
 * become anything between a zero and its maximum. A unit takes its best place when its own blanks turn out
 * full and all others as suits it, and its worst the other way round; entries that are still to be declared not
 * applicable are not foreseen.
 */
export function rankRanges(
  input: PeriodInput,
  board: Scoreboard,
): ReadonlyMap<GroupId, readonly RankRange[]> {
  const entries = gatherEntries(input);
  const sets = setsByGroup(input);
  return new Map(
    board.groups.map(({ group, ranked, unranked }) => {
      const method = awaiting(methodOf(input, group.setId));
      const scorer = sets.scorerOfGroup(group.id);
      const bounds = sheetsOf({ ranked, unranked }).flatMap(
        (sheet) => boundsOf(sheet, scorer, entriesOf(entries, sheet.unit.id), method) ?? [],
      );
      return [group.id, rangesOf(bounds, method)] as const;
    }),
  );
}

/** The sheets of a group in order of the codes of their units: the order of ordinal places among equals. */
function sheetsOf({ ranked, unranked }: Pick<GroupResult, 'ranked' | 'unranked'>): readonly ScoreSheet[] {
  return [...ranked, ...unranked]
    .map(({ sheet }) => sheet)
    .toSorted((a, b) => compareCodes(a.unit.id, b.unit.id));
}

/** Every mark that is missing is still to come: neither a self-assessment nor a left-out survey stands in for it. */
function awaiting({ settings, options }: Method): Method {
  return {
    settings,
    options: { ...options, status: 'official', missingSurvey: 'incomplete', blanks: 'incomplete' },
  };
}

/** The lowest and the highest index that a unit can still come to. */
interface Bounds {
  readonly lowest: Ratio;
  readonly highest: Ratio;
  /** A blank earns nothing so far: the sheet is the unit's lowest. */
  readonly sheet: ScoreSheet;
}

/** Undefined for a unit that takes no place. */
function boundsOf(
  scored: ScoreSheet,
  scorer: SetScorer,
  entries: UnitEntries,
  { settings, options }: Method,
): Bounds | undefined {
  const sheet = hasStandIns(scored) ? scoreSheet(scored.unit, scorer, entries, options) : scored;
  if (reasonAgainstRank(sheet, options.removedCap) !== undefined) return undefined;
  const lowest = indexScore(sheet, settings.notApplicable);
  if (lowest === undefined) return undefined;
  if (sheet.missing.length === 0) return { lowest, highest: lowest, sheet };
  const filled = fillBlanks(scorer, sheet.unit.id, entries, sheet.missing);
  const full = scoreSheet(sheet.unit, scorer, filled, options);
  const highest = indexScore(full, settings.notApplicable);
  return highest === undefined ? undefined : { lowest, highest, sheet };
}

/** Whether the board counted something in place of an official mark: then the unit is scored again without it. */
const hasStandIns = ({ countedAsZero, selfAssessed, surveyLeftOut }: ScoreSheet): boolean =>
  countedAsZero !== undefined || selfAssessed !== undefined || surveyLeftOut !== undefined;

function rangesOf(bounds: readonly Bounds[], { settings, options }: Method): readonly RankRange[] {
  const figureOf = (index: Ratio) => approximate(rankFigure(index, options.rankBasis, settings));
  const candidates = bounds.map(({ lowest, highest, sheet }, order): Candidate => {
    const low = figureOf(lowest);
    if (sheet.missing.length > 0) return { order, low, high: figureOf(highest) };
    return {
      order,
      low,
      high: low,
      keys: options.tieBreaks.map((tieBreak) => tieBreakKey(tieBreak, sheet)),
    };
  });
  const places = placesOf(candidates, options);
  return bounds.map(({ lowest, highest, sheet }, order) => {
    const { best, worst } = places(order);
    return { unitId: sheet.unit.id, lowest, highest, best, worst };
  });
}
