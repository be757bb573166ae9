import type { PastResult } from '../../domain/past-result.ts';

export interface Achieved {
  readonly rank?: number;
  readonly grade?: string;
}

/**
 * For how many consecutive periods up to now a unit has had this rank, and this class. The past comes newest
 * first, one result per period; a period without a result ends the row.
 */
export function streaks(
  now: Achieved,
  past: readonly (PastResult | undefined)[],
): { readonly atRank: number; readonly inGrade: number } {
  return {
    atRank: now.rank === undefined ? 0 : 1 + leading(past, (result) => result.rank === now.rank),
    inGrade: now.grade === undefined ? 0 : 1 + leading(past, (result) => result.grade === now.grade),
  };
}

function leading(past: readonly (PastResult | undefined)[], isSame: (result: PastResult) => boolean): number {
  const end = past.findIndex((result) => result === undefined || !isSame(result));
  return end === -1 ? past.length : end;
}
