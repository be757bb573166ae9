import type { IndexChange, Lineage, UnitComparison } from '../../domain/comparison.ts';
import type { CriteriaSet, CriteriaSetId } from '../../domain/criteria-set.ts';
import type { PastResult, PredecessorLink } from '../../domain/past-result.ts';
import { type Points, subtractPoints } from '../../domain/points.ts';
import { type Ratio, subtractRatios } from '../../domain/ratio.ts';
import type { RankedUnit, Scoreboard, UnrankedUnit } from '../../domain/scoreboard.ts';
import type { Group, GroupId, UnitId } from '../../domain/unit.ts';
import { meanOf } from '../mean.ts';
import type { PublishedPeriod } from './gather-history.ts';
import { likeForLike } from './like-for-like.ts';
import { lineageOf, type Succession } from './lineage.ts';
import { indexLinks } from './link-index.ts';
import { follows } from './period-order.ts';
import { streaks } from './streaks.ts';
import { unitHistory } from './unit-history.ts';

/** A period that was scored here: its label, its results and the sets that scored it. */
export interface ScoredPeriod {
  readonly period: string;
  readonly board: Scoreboard;
  readonly sets: readonly CriteriaSet[];
}

export interface Past {
  /** Published results, the newest period first. */
  readonly published: readonly PublishedPeriod[];
  /** The entries of the newest past period, scored again. */
  readonly recomputed?: ScoredPeriod;
  readonly links: readonly PredecessorLink[];
}

interface Scored {
  readonly unit: RankedUnit | UnrankedUnit;
  readonly group: Group;
}

/** What a unit had in an earlier period, wherever the figures come from. */
interface Earlier {
  readonly index: Ratio;
  readonly rank?: number | undefined;
  readonly groupId?: GroupId | undefined;
  readonly grade?: string | undefined;
  readonly earned?: Points;
}

/** Every unit of now against the newest past period, in the order of the scoreboard. */
export function comparePeriods(now: ScoredPeriod, past: Past): readonly UnitComparison[] {
  const units = scoredUnits(now.board);
  const published = past.published[0]?.results ?? new Map<UnitId, PastResult>();
  const recomputed = new Map(
    scoredUnits(past.recomputed?.board ?? { groups: [] }).map(
      (each) => [each.unit.sheet.unit.id, each] as const,
    ),
  );
  const succession: Succession = {
    now: new Set(units.map(({ unit }) => unit.sheet.unit.id)),
    before: new Set([...published.keys(), ...recomputed.keys()]),
    links: indexLinks(past.links),
  };
  return units.map((scored) => compareUnit(scored, now, past, { published, recomputed, succession }));
}

interface Lookup {
  readonly published: ReadonlyMap<UnitId, PastResult>;
  readonly recomputed: ReadonlyMap<UnitId, Scored>;
  readonly succession: Succession;
}

function compareUnit(scored: Scored, now: ScoredPeriod, past: Past, lookup: Lookup): UnitComparison {
  const unitId = scored.unit.sheet.unit.id;
  const lineage = lineageOf(unitId, lookup.succession);
  const earlierId = sameUnitBefore(unitId, lineage);
  const result = earlierId === undefined ? undefined : lookup.published.get(earlierId);
  const again = earlierId === undefined ? undefined : lookup.recomputed.get(earlierId);
  const history = hasOwnPast(lineage) ? unitHistory(unitId, past.published, lookup.succession.links) : [];
  const set = findSet(now.sets, scored.group.setId);
  const setBefore = again === undefined ? undefined : findSet(past.recomputed?.sets ?? [], again.group.setId);
  return {
    unitId,
    lineage,
    ...optional('published', changeSince(scored, result)),
    ...optional('recomputed', changeSince(scored, again === undefined ? undefined : earlierOf(again))),
    ...optional(
      'likeForLike',
      set === undefined || setBefore === undefined || again === undefined
        ? undefined
        : likeForLike({ sheet: scored.unit.sheet, set }, { sheet: again.unit.sheet, set: setBefore }),
    ),
    ...optional('reference', referenceOf(lineage, lookup)),
    setVersionChanged: isOtherVersion(set?.version, setBefore?.version ?? result?.setVersion),
    history,
    ...optional('streak', streakOf(scored, now.period, history)),
  };
}

function optional<K extends string, V>(name: K, value: V | undefined): { readonly [_ in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [_ in K]: V });
}

/** The code under which the very same unit stood in the period before. */
function sameUnitBefore(unitId: UnitId, lineage: Lineage): UnitId | undefined {
  if (lineage.kind === 'same') return unitId;
  return lineage.kind === 'renamed' ? lineage.predecessor : undefined;
}

/** What was merged or split begins anew; so does a new unit, unless it only left out a period. */
function hasOwnPast({ kind }: Lineage): boolean {
  return kind !== 'merged' && kind !== 'split';
}

function scoredUnits(board: Scoreboard): readonly Scored[] {
  return board.groups.flatMap(({ group, ranked, unranked }) =>
    [...ranked, ...unranked].map((unit) => ({ unit, group })),
  );
}

const rankOf = (unit: RankedUnit | UnrankedUnit): number | undefined =>
  'standing' in unit ? unit.standing.rank : undefined;

function earlierOf({ unit, group }: Scored): Partial<Earlier> {
  return {
    ...optional('index', unit.index),
    rank: rankOf(unit),
    groupId: group.id,
    grade: unit.grade,
    earned: unit.sheet.earned,
  };
}

/** Ranks are compared within one group only; a group that was not recorded is taken to be the same. */
function changeSince(
  { unit, group }: Scored,
  earlier: Partial<Earlier> | undefined,
): IndexChange | undefined {
  if (unit.index === undefined || earlier?.index === undefined) return undefined;
  const [rank, rankBefore] = [rankOf(unit), earlier.rank];
  const isSameGroup = earlier.groupId === undefined || earlier.groupId === group.id;
  return {
    now: unit.index,
    before: earlier.index,
    change: subtractRatios(unit.index, earlier.index),
    ...(rank === undefined || rankBefore === undefined || !isSameGroup
      ? {}
      : { rank: { now: rank, before: rankBefore, change: rankBefore - rank } }),
    ...(unit.grade === undefined || earlier.grade === undefined
      ? {}
      : { grade: { now: unit.grade, before: earlier.grade } }),
    ...(earlier.earned === undefined ? {} : { points: pointsChange(unit.sheet.earned, earlier.earned) }),
  };
}

function pointsChange(now: Points, before: Points): NonNullable<IndexChange['points']> {
  return { now, before, change: subtractPoints(now, before) };
}

/** The mean of all predecessors, recomputed where possible, else as published; none if one of them is unknown. */
function referenceOf(lineage: Lineage, lookup: Lookup): Ratio | undefined {
  if (lineage.kind !== 'merged' && lineage.kind !== 'split') return undefined;
  const indexes = lineage.predecessors.flatMap(
    (id) => lookup.recomputed.get(id)?.unit.index ?? lookup.published.get(id)?.index ?? [],
  );
  return indexes.length === lineage.predecessors.length ? meanOf(indexes) : undefined;
}

function findSet(sets: readonly CriteriaSet[], id: CriteriaSetId): CriteriaSet | undefined {
  return sets.find((set) => set.id === id);
}

/** Versions that are not both stated cannot be told apart. */
function isOtherVersion(now: string | undefined, before: string | undefined): boolean {
  return now !== undefined && before !== undefined && now !== before;
}

function streakOf(
  { unit }: Scored,
  period: string,
  earlier: UnitComparison['history'],
): UnitComparison['streak'] {
  const rank = rankOf(unit);
  if (rank === undefined) return undefined;
  return streaks({ ...optional('grade', unit.grade), rank }, unbroken(period, earlier));
}

/** The results of the periods that follow one another without a gap up to now, the newest first. */
function unbroken(period: string, earlier: UnitComparison['history']): readonly (PastResult | undefined)[] {
  let later = period;
  const row: (PastResult | undefined)[] = [];
  for (const each of earlier) {
    if (!follows(later, each.period)) break;
    row.push(each.result);
    later = each.period;
  }
  return row;
}
