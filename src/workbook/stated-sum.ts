import type { IssueDetail } from '../domain/issue.ts';
import type { Bilingual } from '../domain/language.ts';
import type { Points } from '../domain/points.ts';
import type { ScoringOptions } from '../domain/scoring-options.ts';
import { foldLabel, isLabel } from './label.ts';

/** How strictly what a workbook states as a sum is held against its parts. */
export type SumCheck = Pick<ScoringOptions, 'statedSums' | 'sumTolerance'>;

/** A stated sum that is further from its parts than the tolerance; undefined when it is near enough. */
export function sumIssue(
  stated: Points,
  sum: Points,
  { statedSums, sumTolerance }: SumCheck,
): IssueDetail | undefined {
  if (Math.abs(stated - sum) <= sumTolerance) return undefined;
  return { code: statedSums === 'error' ? 'sum-must-match' : 'sum-differs', stated, sum };
}

/** What staff write beside the sum of a table. */
const TOTAL_WORDS: readonly Bilingual[] = [
  { vi: 'Tổng', en: 'Total' },
  { vi: 'Tổng cộng', en: 'Grand total' },
  { vi: 'Tổng điểm', en: 'Total points' },
  { vi: 'Tổng số', en: 'Sum' },
  { vi: 'Tổng số điểm', en: 'Total score' },
  { vi: 'Cộng', en: 'Totals' },
];

export function isTotalWord(text: string): boolean {
  const folded = foldLabel(text);
  return TOTAL_WORDS.some((word) => isLabel(folded, word));
}
