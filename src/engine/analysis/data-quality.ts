import { componentResultsOf } from '../../domain/components-of-results.ts';
import type { DataQuality } from '../../domain/period-analysis.ts';
import { sumPoints } from '../../domain/points.ts';
import type { GroupResult, ScoreSheet } from '../../domain/scoreboard.ts';

function lateIn({ fields }: ScoreSheet): number {
  return componentResultsOf(fields).filter(
    ({ working }) => working?.figure?.kind === 'days-late' && working.figure.value.numerator > 0n,
  ).length;
}

/** How far the entries of a group are complete, over all its units, ranked or not. */
export function dataQuality({ ranked, unranked }: GroupResult): DataQuality {
  const sheets = [...ranked, ...unranked].map(({ sheet }) => sheet);
  const count = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0);
  return {
    units: sheets.length,
    incomplete: sheets.filter(({ missing }) => missing.length > 0).length,
    missing: count(sheets.map(({ missing }) => missing.length)),
    countedAsZero: count(sheets.map(({ countedAsZero = [] }) => countedAsZero.length)),
    selfAssessed: count(sheets.map(({ selfAssessed = [] }) => selfAssessed.length)),
    late: count(sheets.map(lateIn)),
    removed: sumPoints(sheets.flatMap(({ removed }) => removed.map(({ maxScore }) => maxScore))),
  };
}
