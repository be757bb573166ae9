import type { Bilingual } from '../language.ts';

/** What `par-index explain` says of the way from points to the index. */
export const EXPLAIN_WORDS = {
  bonus: { vi: 'Điểm thưởng trên tổng', en: 'Bonus on the total' },
  penalty: { vi: 'Điểm phạt trên tổng', en: 'Penalty on the total' },
  capped: { vi: '(đến mức trần)', en: '(up to the cap)' },
} as const satisfies Record<string, Bilingual>;

/** Points of a block on what applies, read on its full maximum. */
export function rescaledLine(
  block: Bilingual,
  [earned, attainable, fullMax]: readonly [string, string, string],
  rescaled: string,
): Bilingual {
  const working = `${earned} ÷ ${attainable} × ${fullMax} = ${rescaled}`;
  return {
    vi: `${block.vi}, quy đổi vì có tiêu chí không áp dụng: ${working}`,
    en: `${block.en}, rescaled because some criteria do not apply: ${working}`,
  };
}

export function fullScaleLine(earned: string, attainable: string): Bilingual {
  return {
    vi: `Không tổ chức điều tra: điểm thẩm định đọc trên thang đầy đủ, ${earned} ÷ ${attainable} × 100`,
    en: `No survey was held: appraised points are read on the full scale, ${earned} ÷ ${attainable} × 100`,
  };
}
