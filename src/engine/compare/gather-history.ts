import type { PastResult } from '../../domain/past-result.ts';
import type { UnitId } from '../../domain/unit.ts';
import { comparePeriodLabels } from './period-order.ts';

/** The results of one earlier period as they were published, by the code that each unit had then. */
export interface PublishedPeriod {
  readonly period: string;
  readonly results: ReadonlyMap<UnitId, PastResult>;
}

/** Past results by period, the newest first; results of the period itself and of later ones are no past. */
export function gatherHistory(results: readonly PastResult[], period: string): readonly PublishedPeriod[] {
  const byPeriod = new Map<string, Map<UnitId, PastResult>>();
  for (const result of results) {
    if (comparePeriodLabels(result.period, period) >= 0 && period !== '') continue;
    const known = byPeriod.get(result.period) ?? new Map<UnitId, PastResult>();
    byPeriod.set(result.period, known.set(result.unitId, result));
  }
  return [...byPeriod]
    .map(([label, known]) => ({ period: label, results: known }))
    .toSorted((a, b) => comparePeriodLabels(b.period, a.period));
}
