import type { Lineage } from '../../domain/comparison.ts';
import type { UnitId } from '../../domain/unit.ts';
import type { LinkIndex } from './link-index.ts';

/** Units of now and of the period before, with the links between them. */
export interface Succession {
  readonly now: ReadonlySet<UnitId>;
  readonly before: ReadonlySet<UnitId>;
  readonly links: LinkIndex;
}

/**
 * Where a unit comes from. A unit that kept its code is its own predecessor beside those that it is linked to.
 * Only one predecessor with no other successor is the same unit under another code; anything else was merged
 * or split and carries no rank over (docs/method.md §6).
 */
export function lineageOf(unitId: UnitId, succession: Succession): Lineage {
  const predecessors = predecessorsOf(unitId, succession);
  const [only, ...others] = predecessors;
  if (only === undefined) return { kind: 'new' };
  if (others.length > 0) return { kind: 'merged', predecessors };
  if (successorsOf(only, succession).length > 1) return { kind: 'split', predecessors };
  return only === unitId ? { kind: 'same' } : { kind: 'renamed', predecessor: only };
}

/** A predecessor that was gone already before a unit of the same code stood there is no news any more. */
function predecessorsOf(unitId: UnitId, { before, links }: Succession): readonly UnitId[] {
  const linked = links.predecessorsOf(unitId);
  if (!before.has(unitId)) return linked;
  return [...new Set([unitId, ...linked.filter((id) => before.has(id))])];
}

function successorsOf(predecessorId: UnitId, { now, links }: Succession): readonly UnitId[] {
  const linked = links.successorsOf(predecessorId);
  return [...new Set(now.has(predecessorId) ? [predecessorId, ...linked] : linked)];
}
