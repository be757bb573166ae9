import type { AnalysisOptions } from '../../../domain/analysis-options.ts';
import type { GradeCount, GroupResult, RankedUnit } from '../../../domain/scoreboard.ts';

export type CommendationRule = Pick<AnalysisOptions, 'commendedPlaces' | 'commendedShare' | 'commendedClass'>;

/** The classes that may be commended: down to the one that is named, else the upper half. */
function goodClasses(grades: readonly GradeCount[], lowest: string): ReadonlySet<string> {
  const named = grades.findIndex(({ grade }) => grade === lowest);
  const count = named === -1 ? Math.max(1, Math.floor(grades.length / 2)) : named + 1;
  return new Set(grades.slice(0, count).map(({ grade }) => grade));
}

/** So many of some units as a share in percent comes to; a part of a unit counts as a whole one. */
function shareOf(units: number, { numerator, denominator }: AnalysisOptions['commendedShare']): number {
  const hundredths = denominator * 100n;
  return Number((BigInt(units) * numerator + hundredths - 1n) / hundredths);
}

/**
 * The units of a group that are proposed for commendation: on the first places, within a share of the group, and in
 * a good class; a group without classes has no such floor. Units that share the last such place are all named.
 */
export function commendedUnits(
  { ranked, grades }: GroupResult,
  { commendedPlaces, commendedShare, commendedClass }: CommendationRule,
): readonly RankedUnit[] {
  const places = Math.min(commendedPlaces, shareOf(ranked.length, commendedShare));
  const good = goodClasses(grades, commendedClass);
  return ranked.filter(
    ({ standing, grade }) => standing.rank <= places && (grade === undefined || good.has(grade)),
  );
}
