import type { IndexChange, Lineage, UnitComparison } from '../../domain/comparison.ts';
import type { CriteriaSet, CriteriaSetId } from '../../domain/criteria-set.ts';
import type { PastResult, PredecessorLink } from '../../domain/past-result.ts';
import { type Ratio, subtractRatios } from '../../domain/ratio.ts';
import type { RankedUnit, Scoreboard, UnrankedUnit } from '../../domain/scoreboard.ts';
import type { Group, GroupId, UnitId } from '../../domain/unit.ts';
import { meanOf } from '../mean.ts';
import { likeForLike } from './like-for-like.ts';
import { lineageOf, type Succession } from './lineage.ts';
import { streaks } from './streaks.ts';

/** A period that was scored here: its results and the sets that scored it. */
export interface ScoredPeriod {
  readonly board: Scoreboard;
  readonly sets: readonly CriteriaSet[];
}

export interface Past {
  /** Published results by period, the newest period first. */
  readonly published: readonly (readonly PastResult[])[];
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
}

/** Every unit of now against the newest past period, in the order of the scoreboard. */
export function comparePeriods(now: ScoredPeriod, past: Past): readonly UnitComparison[] {
  const units = scoredUnits(now.board);
  const history = past.published.map(
    (period) => new Map(period.map((result) => [result.unitId, result] as const)),
  );
  const published: ReadonlyMap<UnitId, PastResult> = history[0] ?? new Map();
  const recomputed = new Map(
    scoredUnits(past.recomputed?.board ?? { groups: [] }).map(
      (each) => [each.unit.sheet.unit.id, each] as const,
    ),
  );
  const succession: Succession = {
    now: new Set(units.map(({ unit }) => unit.sheet.unit.id)),
    before: new Set([...published.keys(), ...recomputed.keys()]),
    links: past.links,
  };
  return units.map((scored) =>
    compareUnit(scored, now, past, { published, history, recomputed, succession }),
  );
}

interface Lookup {
  /** Published results by unit, the newest period first. */
  readonly history: readonly ReadonlyMap<UnitId, PastResult>[];
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
    ...optional('streak', streakOf(scored, earlierId, lookup.history)),
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

function scoredUnits(board: Scoreboard): readonly Scored[] {
  return board.groups.flatMap(({ group, ranked, unranked }) =>
    [...ranked, ...unranked].map((unit) => ({ unit, group })),
  );
}

const rankOf = (unit: RankedUnit | UnrankedUnit): number | undefined =>
  'standing' in unit ? unit.standing.rank : undefined;

function earlierOf({ unit, group }: Scored): Partial<Earlier> {
  return { ...optional('index', unit.index), rank: rankOf(unit), groupId: group.id };
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
  };
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
  earlierId: UnitId | undefined,
  history: Lookup['history'],
): UnitComparison['streak'] {
  const rank = rankOf(unit);
  if (rank === undefined) return undefined;
  const past = earlierId === undefined ? [] : history.map((period) => period.get(earlierId));
  return streaks({ ...optional('grade', unit.grade), rank }, past);
}
