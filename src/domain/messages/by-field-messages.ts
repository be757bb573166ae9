import type { Bilingual } from '../language.ts';

/** Words of the tab that shows a group by field. */
export const BY_FIELD_WORDS = {
  title: {
    vi: 'CHỈ SỐ CẢI CÁCH HÀNH CHÍNH THEO LĨNH VỰC',
    en: 'PUBLIC ADMINISTRATION REFORM INDEX: BY FIELD',
  },
  shares: {
    vi: 'Tỷ lệ điểm đạt được so với điểm tối đa áp dụng (%); cột cuối là chỉ số',
    en: 'Share of the attainable points that was attained (%); the last column is the index',
  },
  points: { vi: 'Điểm đạt được; cột cuối là tổng điểm', en: 'Points; the last column is the total' },
  ranks: {
    vi: 'Thứ hạng trong từng lĩnh vực theo tỷ lệ đạt; cột cuối là hạng chung',
    en: 'Rank within each field by share attained; the last column is the rank of the index',
  },
  overall: { vi: 'Chung', en: 'Overall' },
  mean: { vi: 'Trung bình', en: 'Average' },
  meanBefore: { vi: 'Trung bình kỳ trước (tính lại)', en: 'Average of the period before (scored again)' },
  meanPublished: { vi: 'Trung bình kỳ trước (đã công bố)', en: 'Average of the period before (published)' },
  change: { vi: 'Thay đổi (điểm %)', en: 'Change (pp)' },
  highest: { vi: 'Cao nhất', en: 'Highest' },
  lowest: { vi: 'Thấp nhất', en: 'Lowest' },
  surveyGap: { vi: 'Điều tra trừ thẩm định (điểm %)', en: 'Survey less appraisal (pp)' },
  chart: { vi: 'Tỷ lệ đạt trung bình theo lĩnh vực', en: 'Average share attained by field' },
} as const satisfies Record<string, Bilingual>;

/** Header of a field, with the points that can be had in it; what stands in brackets is not broken apart. */
export function fieldHeader(code: string, name: Bilingual, max: string): Bilingual {
  return {
    vi: `${code}. ${name.vi} (tối\u00a0đa\u00a0${max})`,
    en: `${code}. ${name.en} (of\u00a0${max})`,
  };
}

/** Why a large group is shown by its shares alone. */
export function sharesAlone(units: number, limit: number): Bilingual {
  return {
    vi: `Nhóm có ${units} đơn vị, nhiều hơn ${limit}: trang này chỉ ghi tỷ lệ đạt; điểm và thứ hạng theo lĩnh vực không ghi để trang còn đọc được.`,
    en: `The group has ${units} units, more than ${limit}: this tab gives shares alone; points and ranks by field are left out to keep it readable.`,
  };
}
