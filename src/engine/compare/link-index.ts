import type { PredecessorLink } from '../../domain/past-result.ts';
import type { UnitId } from '../../domain/unit.ts';

/** Who took over from whom, to be looked up from either side; each pair once. */
export interface LinkIndex {
  predecessorsOf(unitId: UnitId): readonly UnitId[];
  successorsOf(predecessorId: UnitId): readonly UnitId[];
}

export function indexLinks(links: readonly PredecessorLink[]): LinkIndex {
  const predecessors = new Map<UnitId, Set<UnitId>>();
  const successors = new Map<UnitId, Set<UnitId>>();
  const add = (map: Map<UnitId, Set<UnitId>>, key: UnitId, value: UnitId): void => {
    map.set(key, (map.get(key) ?? new Set<UnitId>()).add(value));
  };
  for (const { unitId, predecessorId } of links) {
    add(predecessors, unitId, predecessorId);
    add(successors, predecessorId, unitId);
  }
  return {
    predecessorsOf: (unitId) => [...(predecessors.get(unitId) ?? [])],
    successorsOf: (predecessorId) => [...(successors.get(predecessorId) ?? [])],
  };
}
