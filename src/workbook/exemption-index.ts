import type { Exemption } from '../domain/assessment.ts';

/** Which components do not apply to which unit. */
export type ExemptionIndex = ReadonlyMap<string, ReadonlySet<string>>;

export function indexExemptions(exemptions: readonly Exemption[]): ExemptionIndex {
  const index = new Map<string, Set<string>>();
  for (const { unitId, code } of exemptions) {
    const codes = index.get(unitId);
    if (codes === undefined) index.set(unitId, new Set([code]));
    else codes.add(code);
  }
  return index;
}
