import type { UnitAnalysis } from '../../domain/period-analysis.ts';
import type { GroupView } from './group-view.ts';
import { type Entry, entriesOf } from './ranking/ranking-entry.ts';

/** One unit as tabs show it: its result, and what is told of it beside. */
export interface UnitView {
  readonly entry: Entry;
  readonly analysis: UnitAnalysis;
}

/** Every unit of the group once: ranked units best first, then those without a place. */
export function unitViews({ result, analysis }: GroupView): readonly UnitView[] {
  const byUnit = new Map(analysis.units.map((unit) => [unit.unitId, unit] as const));
  return entriesOf(result).map((entry) => {
    const { id } = entry.unit.sheet.unit;
    const found = byUnit.get(id);
    if (found === undefined) throw new Error(`nothing is told of ${id}`);
    return { entry, analysis: found };
  });
}
