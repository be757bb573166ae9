import type { UnitInPeriod } from '../../domain/comparison.ts';
import type { UnitId } from '../../domain/unit.ts';
import type { PublishedPeriod } from './gather-history.ts';
import type { LinkIndex } from './link-index.ts';

/**
 * The earlier results of a unit, the newest first. A unit that was renamed is followed under its former code; what
 * several units became, or one unit was split into, has no earlier results of its own.
 */
export function unitHistory(
  unitId: UnitId,
  published: readonly PublishedPeriod[],
  links: LinkIndex,
): readonly UnitInPeriod[] {
  let code: UnitId | undefined = unitId;
  return published.map(({ period, results }) => {
    if (code !== undefined && !results.has(code)) code = formerCode(code, links) ?? code;
    const result = code === undefined ? undefined : results.get(code);
    return { period, ...(result === undefined ? {} : { result }) };
  });
}

/** The code that a unit had before, when it is nothing but renamed. */
function formerCode(unitId: UnitId, links: LinkIndex): UnitId | undefined {
  const [only, ...others] = links.predecessorsOf(unitId);
  if (only === undefined || others.length > 0) return undefined;
  return links.successorsOf(only).length === 1 ? only : undefined;
}
