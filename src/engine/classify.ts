import type { Classification } from '../domain/classification.ts';
import { compareRatios, type Ratio } from '../domain/ratio.ts';
import type { Level } from '../domain/unit.ts';

/** The classes of a level: its own, else those for every level without its own. */
export function findClassification(
  classifications: readonly Classification[],
  level: Level,
): Classification | undefined {
  return (
    classifications.find((classification) => classification.level === level) ??
    classifications.find((classification) => classification.level === undefined)
  );
}

/** The first class, best first, whose lower bound the exact index reaches; a bound belongs to its class. */
export function classify(index: Ratio, classification: Classification): string | undefined {
  return classification.bands.find((band) => compareRatios(index, band.atLeast) >= 0)?.grade;
}
