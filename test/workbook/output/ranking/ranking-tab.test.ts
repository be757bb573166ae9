import { expect, test } from 'vitest';
import type { Content } from '../../../../src/domain/content.ts';
import type { GroupResult } from '../../../../src/domain/scoreboard.ts';
import { scorePeriod } from '../../../../src/engine/score-period.ts';
import type { OutputContext } from '../../../../src/workbook/output/output-context.ts';
import { renderRanking } from '../../../../src/workbook/output/ranking/ranking-tab.ts';
import {
  aComponent,
  anAssessment,
  aPeriod,
  aSet,
  aUnit,
  code,
  mark,
  points,
  unitId,
} from '../../../engine/builders.ts';

const VIETNAMESE: OutputContext = {
  language: 'vi',
  numbers: 'vi',
  figures: { decimals: 2, rounding: 'half-up' },
  province: 'Bình Dương',
  period: '2017',
  status: 'official',
};

function groupOf(period: ReturnType<typeof aPeriod>): GroupResult {
  const [group] = scorePeriod(period).groups;
  if (group === undefined) throw new Error('the period has no group');
  return group;
}

const view = (status: string) => ({ status, comparisons: new Map() });

const nulls = (count: number) => Array.from({ length: count }, () => null);

function valuesOf(content: Content) {
  return content.rows.map((row) => row.map(({ value }) => value));
}

const ONE_COMPONENT = [aSet([aComponent('1', 3)])];

test('units of equal index share a rank, the next is skipped, and the tie is written beside them', () => {
  const group = groupOf(
    aPeriod({
      sets: ONE_COMPONENT,
      units: [aUnit('c'), aUnit('b'), aUnit('a')],
      assessments: [
        anAssessment('a', { 1: mark(2) }),
        anAssessment('b', { 1: mark(2) }),
        anAssessment('c', { 1: mark(1) }),
      ],
    }),
  );
  const rows = valuesOf(renderRanking(group, VIETNAMESE, view('HIỆN HÀNH')));
  expect(rows).toEqual([
    ['XẾP HẠNG CHỈ SỐ CẢI CÁCH HÀNH CHÍNH', ...nulls(8)],
    ['group group · Bình Dương · Kỳ đánh giá 2017 · Kết quả chính thức', ...nulls(8)],
    ['HIỆN HÀNH', ...nulls(8)],
    nulls(9),
    [
      'Hạng',
      'Mã đơn vị',
      'Tên đơn vị',
      'Điểm thẩm định (tối đa 3)',
      'Tổng điểm',
      'Chỉ số (%)',
      'Xếp loại',
      'Cách hạng trên (điểm %)',
      'Ghi chú',
    ],
    [1, 'a', 'unit a', 2, 2, 66.67, 'Khá', null, 'Đồng hạng'],
    [1, 'b', 'unit b', 2, 2, 66.67, 'Khá', null, 'Đồng hạng'],
    [3, 'c', 'unit c', 1, 1, 33.33, 'Kém', 33.33, ''],
    [null, null, 'Trung bình', null, null, 55.56, null, null, null],
  ]);
});

test('a class that the shown index does not tell is explained beside it, in either language', () => {
  const group = groupOf(
    aPeriod({
      sets: [aSet([aComponent('1', 100)])],
      units: [aUnit('a')],
      assessments: [anAssessment('a', { 1: mark(79.996) })],
    }),
  );
  const rowIn = (language: 'vi' | 'en') =>
    valuesOf(renderRanking(group, { ...VIETNAMESE, language, numbers: language }, view(''))).find(
      ([rank]) => rank === 1,
    );
  expect(rowIn('vi')?.slice(-3)).toEqual([80, 'Khá', 'Xếp loại phân định ở phần thập phân không hiển thị']);
  expect(rowIn('en')?.at(-1)).toBe('Class decided beyond the decimals shown');
});

test('an incomplete unit stands below the average with its points so far, no place and what is missing', () => {
  const group = groupOf(
    aPeriod({
      sets: [aSet([aComponent('1', 3), aComponent('2', 3)])],
      units: [aUnit('a'), aUnit('b')],
      assessments: [anAssessment('a', { 1: mark(3), 2: mark(3) }), anAssessment('b', { 1: mark(3) })],
    }),
  );
  const rows = valuesOf(
    renderRanking(group, { ...VIETNAMESE, language: 'en', numbers: 'en' }, view('CURRENT')),
  );
  expect(rows[3]?.[0]).toBe('INCOMPLETE · Units with all marks, as a ranking needs: group group 1/2');
  expect(rows.slice(5)).toEqual([
    [1, 'a', 'unit a', 6, 6, 100, 'Good', ''],
    [null, null, 'Average', null, null, 100, null, null],
    [null, 'b', 'unit b', 3, 3, null, null, 'Incomplete: 1 criterion without a mark (2)'],
  ]);
});

test('what did not apply to a unit is named with its points, and the attainable points get a column', () => {
  const group = groupOf(
    aPeriod({
      sets: [aSet([aComponent('1', 6), aComponent('2', 3.5)])],
      units: [aUnit('a')],
      assessments: [anAssessment('a', { 1: mark(3) })],
      exemptions: [{ unitId: unitId('a'), code: code('2'), reason: 'no such task', approvedBy: 'board' }],
    }),
  );
  const rows = valuesOf(renderRanking(group, VIETNAMESE, view('')));
  expect(rows[4]?.slice(3, 6)).toEqual(['Điểm thẩm định (tối đa 9,5)', 'Tổng điểm', 'Điểm tối đa áp dụng']);
  expect(rows[5]).toEqual([1, 'a', 'unit a', 3, 3, 6, 50, 'Kém', 'Không áp dụng: 2 (3,5 điểm)']);
});

test('staff text is written as a value whatever it begins with', () => {
  const group = groupOf(
    aPeriod({
      sets: ONE_COMPONENT,
      units: [aUnit('a', { name: '=HYPERLINK("http://x")', parent: '+1' })],
      assessments: [anAssessment('a', { 1: mark(1) })],
    }),
  );
  const rows = valuesOf(renderRanking(group, VIETNAMESE, view('')));
  expect(rows[5]?.slice(2, 4)).toEqual(['=HYPERLINK("http://x")', '+1']);
});

test('bonus and penalty have columns of their own, and the total holds both', () => {
  const group = groupOf(
    aPeriod({
      sets: [aSet([aComponent('1', 10)])],
      units: [aUnit('a'), aUnit('b')],
      assessments: [anAssessment('a', { 1: mark(8) }), anAssessment('b', { 1: mark(8) })],
      adjustments: [
        { kind: 'bonus', unitId: unitId('a'), points: points(1.5), reason: 'sáng kiến' },
        { kind: 'penalty', unitId: unitId('b'), points: points(2), reason: 'báo cáo muộn' },
      ],
    }),
  );
  const rows = valuesOf(renderRanking(group, VIETNAMESE, view('')));
  expect(rows[4]?.slice(4, 7)).toEqual(['Điểm thưởng', 'Điểm phạt', 'Tổng điểm']);
  expect(rows.slice(5, 7).map((row) => row.slice(3, 8))).toEqual([
    [8, 1.5, 0, 9.5, 95],
    [8, 0, 2, 6, 60],
  ]);
});

test('provisional results say so under the title, and name the self-assessed criteria beside the unit', () => {
  const group = groupOf(
    aPeriod({
      scoring: { status: 'provisional' },
      sets: ONE_COMPONENT,
      units: [aUnit('a')],
      assessments: [anAssessment('a', { 1: mark(3) }, 'self-assessment')],
    }),
  );
  const rows = valuesOf(renderRanking(group, { ...VIETNAMESE, status: 'provisional' }, view('')));
  expect(rows[1]?.[0]).toMatch(/ · KẾT QUẢ TẠM TÍNH: có điểm tự đánh giá chưa được thẩm định$/);
  expect(rows[5]?.at(-1)).toBe('Tạm tính theo điểm tự đánh giá: 1');
});

test('a tie-break that parted two units of the same index is printed beside both', () => {
  const group = groupOf(
    aPeriod({
      scoring: { tieBreaks: [{ kind: 'criterion', code: code('2') }] },
      sets: [aSet([aComponent('1', 5), aComponent('2', 5)])],
      units: [aUnit('a'), aUnit('b')],
      assessments: [
        anAssessment('a', { 1: mark(4), 2: mark(3) }),
        anAssessment('b', { 1: mark(3), 2: mark(4) }),
      ],
    }),
  );
  const rows = valuesOf(renderRanking(group, VIETNAMESE, view('')));
  const note = 'Bằng chỉ số, phân định theo tiêu chí 2';
  expect(rows.slice(5, 7).map((row) => [row[0], row[1], row.at(-1)])).toEqual([
    [1, 'b', note],
    [2, 'a', note],
  ]);
});

test('a block in which nobody has scored anything yet is empty, not zero; a block scored with zero is zero', () => {
  const group = groupOf(
    aPeriod({
      units: [aUnit('a'), aUnit('b')],
      assessments: [anAssessment('a', { 1: mark(0) }), anAssessment('b', { 2: mark(30) }, 'survey')],
    }),
  );
  const rows = valuesOf(renderRanking(group, VIETNAMESE, view('')));
  expect(rows.slice(5).map((row) => row.slice(0, 6))).toEqual([
    [null, 'a', 'unit a', 0, null, 0],
    [null, 'b', 'unit b', null, 30, 30],
  ]);
});
