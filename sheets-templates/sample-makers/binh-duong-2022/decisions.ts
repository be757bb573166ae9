import type { Adjustment, Override } from '../../../src/domain/adjustment.ts';
import type { Exemption } from '../../../src/domain/assessment.ts';
import { CriterionCodeSchema } from '../../../src/domain/criteria-set.ts';
import { asPoints, POINT } from '../../../src/domain/points.ts';
import { UnitIdSchema } from '../../../src/domain/unit.ts';
import type { Decisions } from './fit-unit.ts';

/** Behind every reason, because the workbook may be read one tab at a time. */
const MADE_UP = '(tình huống giả định)';
const COUNCIL = 'Hội đồng thẩm định (giả định)';

const NO_LEGAL_DRAFTS = 'Năm 2022 không được giao tham mưu xây dựng VBQPPL';
const NO_CAPITAL = 'Không được giao kế hoạch vốn đầu tư công';
const NO_APPLICATIONS = 'Không tiếp nhận hồ sơ TTHC của người dân, tổ chức';
const NO_FEES = 'Các TTHC của cơ quan không thu phí, lệ phí';

const NOT_APPLICABLE: readonly (readonly [unit: string, codes: readonly string[], reason: string])[] = [
  ['BQLKCN', ['2.1'], NO_LEGAL_DRAFTS],
  ['SNGV', ['6.1'], NO_CAPITAL],
  ['SNGV', ['7.2.2'], NO_FEES],
  ['STP', ['6.1'], NO_CAPITAL],
  ['TTT', ['2.1'], NO_LEGAL_DRAFTS],
  ['TTT', ['3.4.1', '3.4.2', '7.2.1', '7.2.2', '7.2.3'], NO_APPLICATIONS],
  ['TTT', ['6.1'], NO_CAPITAL],
  ['VPUBND', ['3.4.1', '3.4.2', '7.2.1', '7.2.2'], NO_APPLICATIONS],
];

const DECIDED: readonly (readonly [unit: string, code: string, points: number, reason: string])[] = [
  ['STNMT', '1.5', 0.5, 'Chỉ công nhận 01 sáng kiến; các sáng kiến còn lại không có quyết định công nhận'],
  ['722', '3.2.1', 0.75, 'Khi phúc tra đã công khai đủ, tại thời điểm kiểm tra còn thiếu một phần'],
  ['25963', '1.4', 0, 'Không có tài liệu kiểm chứng về tuyên truyền CCHC'],
];

/** The commune that handed in nothing until after the deadline: it has no self-assessment either. */
export const LATE_UNIT = '25861';

const TAKEN: readonly (readonly [unit: string, points: number, reason: string, code?: string])[] = [
  [LATE_UNIT, 0.5, 'Nộp báo cáo tự đánh giá, chấm điểm chậm 12 ngày so với thời hạn'],
  ['SGDDT', 0.25, 'Báo cáo CCHC quý III phải nộp lại do sai số liệu', '1.2'],
];

const pointsOf = (points: number) => asPoints(points * POINT);

export const EXEMPTIONS: readonly Exemption[] = NOT_APPLICABLE.flatMap(([unit, codes, reason]) =>
  codes.map((code) => ({
    unitId: UnitIdSchema.parse(unit),
    code: CriterionCodeSchema.parse(code),
    reason: `${reason} ${MADE_UP}`,
    approvedBy: COUNCIL,
  })),
);

export const OVERRIDES: readonly Override[] = DECIDED.map(([unit, code, points, reason]) => ({
  unitId: UnitIdSchema.parse(unit),
  code: CriterionCodeSchema.parse(code),
  points: pointsOf(points),
  reason: `${reason} ${MADE_UP}`,
  decidedBy: COUNCIL,
}));

export const ADJUSTMENTS: readonly Adjustment[] = TAKEN.map(([unit, points, reason, code]) => ({
  kind: 'penalty',
  unitId: UnitIdSchema.parse(unit),
  points: pointsOf(points),
  reason: `${reason} ${MADE_UP}`,
  ...(code !== undefined && { code: CriterionCodeSchema.parse(code) }),
}));

/** Everything that is decided about one unit. */
export function decisionsOn(unitId: string): Decisions {
  const isOf = (each: { readonly unitId: string }) => each.unitId === unitId;
  return {
    exemptions: EXEMPTIONS.filter(isOf),
    overrides: OVERRIDES.filter(isOf),
    adjustments: ADJUSTMENTS.filter(isOf),
  };
}
