import type { UnitComparison } from '../../domain/comparison.ts';
import type { PastResult } from '../../domain/past-result.ts';
import type { GroupBefore } from '../../domain/period-analysis.ts';
import { type Ratio, subtractRatios } from '../../domain/ratio.ts';
import type { GradeCount, GroupResult } from '../../domain/scoreboard.ts';
import type { PublishedPeriod } from '../compare/gather-history.ts';
import { meanOf } from '../mean.ts';

/**
 * The group in an earlier period. A past result under the group's own code states the mean that was published;
 * otherwise it is the mean of the published indexes, if nearly all are known. The units of then are those whose
 * results name the group, or, where none names any, those that the units of now were.
 */
export function groupBefore(
  result: GroupResult,
  comparisons: readonly UnitComparison[],
  before: PublishedPeriod,
): GroupBefore | undefined {
  const stated = statedFor(result, before);
  const members = membersOf(result, comparisons, before);
  if (stated === undefined && members.length === 0) return undefined;
  const kept = comparisons.filter((unit) => wasMember(unit, result, before.period)).length;
  const isWhole = (known: readonly unknown[]) =>
    known.length * 2 >= comparisons.length && known.length * 10 >= kept * 9;
  const indexes = members.flatMap(({ index }) => index ?? []);
  const graded = members.filter(({ grade }) => grade !== undefined);
  const mean = stated?.index ?? (isWhole(indexes) ? meanOf(indexes) : undefined);
  return {
    period: before.period,
    isWhole: isWhole(members),
    ...(mean !== undefined && { mean, ...changeOf(result.mean, mean) }),
    grades: isWhole(graded) ? gradesOf(result, members) : [],
  };
}

/** A unit of now that was there before and, as far as is known, in the same group. */
function wasMember({ lineage, history }: UnitComparison, { group }: GroupResult, period: string): boolean {
  const then = history.find((earlier) => earlier.period === period)?.result?.groupId;
  return lineage.kind !== 'new' && (then === undefined || then === group.id);
}

function changeOf(now: Ratio | undefined, before: Ratio): Pick<GroupBefore, 'meanChange'> {
  return now === undefined ? {} : { meanChange: subtractRatios(now, before) };
}

/** What was published of the group as a whole; a unit of the same code comes first. */
function statedFor(
  { group, ranked, unranked }: GroupResult,
  { results }: PublishedPeriod,
): PastResult | undefined {
  const isUnit = [...ranked, ...unranked].some(({ sheet }) => String(sheet.unit.id) === String(group.id));
  if (isUnit) return undefined;
  return [...results.values()].find(({ unitId }) => String(unitId) === String(group.id));
}

function membersOf(
  { group }: GroupResult,
  comparisons: readonly UnitComparison[],
  { period, results }: PublishedPeriod,
): readonly PastResult[] {
  const all = [...results.values()];
  if (all.some(({ groupId }) => groupId !== undefined)) {
    return all.filter(({ groupId, unitId }) => groupId === group.id && String(unitId) !== String(group.id));
  }
  return comparisons.flatMap(
    ({ history }) => history.find((earlier) => earlier.period === period)?.result ?? [],
  );
}

/** How many had each class: those of now in their order, then classes that exist no more. */
function gradesOf({ grades }: GroupResult, members: readonly PastResult[]): readonly GradeCount[] {
  const had = members.flatMap(({ grade }) => grade ?? []);
  const names = new Set([...grades.map(({ grade }) => grade), ...had]);
  return [...names].map((grade) => ({ grade, units: had.filter((each) => each === grade).length }));
}
