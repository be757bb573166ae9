import type { Stage } from '../assessment.ts';
import type { CriteriaSetId } from '../criteria-set.ts';
import type { Bilingual } from '../language.ts';
import type { Group } from '../unit.ts';

/** Longest title that Google Sheets accepts for a tab. */
const TITLE_LIMIT = 100;

/** Titles of the tabs that exist once in a control workbook. */
export const SINGLE_TAB_TITLES = {
  guide: { vi: 'Hướng dẫn', en: 'Guide' },
  settings: { vi: 'Cài đặt', en: 'Settings' },
  groups: { vi: 'Nhóm xếp hạng', en: 'Groups' },
  units: { vi: 'Đơn vị', en: 'Units' },
  'not-applicable': { vi: 'Không áp dụng', en: 'Not applicable' },
  adjustments: { vi: 'Điểm thưởng, điểm phạt', en: 'Bonus and penalty' },
  overrides: { vi: 'Quyết định của Hội đồng', en: 'Council decisions' },
  'past-results': { vi: 'Kết quả các kỳ trước', en: 'Past results' },
  predecessors: { vi: 'Đơn vị tiền thân', en: 'Predecessors' },
  summary: { vi: 'Tổng hợp', en: 'Summary' },
  announcement: { vi: 'Thông báo kết quả', en: 'Announcement' },
  issues: { vi: 'Vấn đề cần xử lý', en: 'Issues' },
  'run-log': { vi: 'Nhật ký', en: 'Run log' },
  releases: { vi: 'Nhật ký công bố', en: 'Releases' },
  methodology: { vi: 'Phương pháp tính', en: 'Methodology' },
  'how-to-check': { vi: 'Cách kiểm tra', en: 'How to check' },
  corrections: { vi: 'Nhật ký đính chính', en: 'Corrections' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What stands before the dash in the title of a criteria set's tab of criteria. */
export const CRITERIA_TITLE: Bilingual = { vi: 'Tiêu chí', en: 'Criteria' };

/** What stands before the dash in the title of a tab of cases that prove the rules of a set. */
export const CASES_TITLE: Bilingual = { vi: 'Kiểm thử quy tắc', en: 'Rule cases' };

/** What stands before the dash in the title of a matrix of marks. */
export const MARKS_TITLES: Readonly<Record<Stage, Bilingual>> = {
  'self-assessment': { vi: 'Tự đánh giá', en: 'Self-assessment' },
  appraisal: { vi: 'Thẩm định', en: 'Appraisal' },
  survey: { vi: 'Điều tra xã hội học', en: 'Survey' },
};

/** What stands before the dash in the titles of the tabs that each ranking group has. */
const GROUP_TITLES = {
  ranking: { vi: 'Xếp hạng', en: 'Ranking' },
  'by-field': { vi: 'Theo lĩnh vực', en: 'By field' },
  'criteria-analysis': { vi: 'Phân tích tiêu chí', en: 'Criteria analysis' },
  profiles: { vi: 'Hồ sơ đơn vị', en: 'Unit profiles' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A title is cut between characters, never inside one, when a name is longer than Google allows. */
function joined(title: Bilingual, vi: string, en: string): Bilingual {
  const cut = (text: string) => (text.length <= TITLE_LIMIT ? text : `${clip(text, TITLE_LIMIT - 1)}…`);
  return { vi: cut(`${title.vi} – ${vi}`), en: cut(`${title.en} – ${en}`) };
}

function clip(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}

export function criteriaTitle(setId: CriteriaSetId): Bilingual {
  return joined(CRITERIA_TITLE, setId, setId);
}

export function casesTitle(setId: CriteriaSetId): Bilingual {
  return joined(CASES_TITLE, setId, setId);
}

export function marksTitle(stage: Stage, setId: CriteriaSetId): Bilingual {
  return joined(MARKS_TITLES[stage], setId, setId);
}

export function groupTabTitle(kind: keyof typeof GROUP_TITLES, group: Group): Bilingual {
  return joined(GROUP_TITLES[kind], group.name, group.nameEn ?? group.name);
}
