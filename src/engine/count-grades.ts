import type { Classification } from '../domain/classification.ts';
import type { GradeCount, RankedUnit } from '../domain/scoreboard.ts';
import type { Level } from '../domain/unit.ts';
import { findClassification } from './classify.ts';

/**
 * How many ranked units are in each class, best class first, classes without units included. Classes are
 * those of the levels present in the group, in the order in which the Settings tab states them.
 */
export function countGrades(
  ranked: readonly RankedUnit[],
  levels: ReadonlySet<Level>,
  classifications: readonly Classification[],
): readonly GradeCount[] {
  const inUse = new Set([...levels].map((level) => findClassification(classifications, level)));
  const grades = new Set(
    classifications
      .filter((classification) => inUse.has(classification))
      .flatMap((classification) => classification.bands.map((band) => band.grade)),
  );
  return [...grades].map((grade) => ({
    grade,
    units: ranked.filter((unit) => unit.grade === grade).length,
  }));
}
