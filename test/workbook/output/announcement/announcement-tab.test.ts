import { describe, expect, test } from 'vitest';
import type { PastResult } from '../../../../src/domain/past-result.ts';
import type { PeriodInput } from '../../../../src/domain/period-input.ts';
import { ratio } from '../../../../src/domain/ratio.ts';
import { renderAnnouncement } from '../../../../src/workbook/output/announcement/announcement-tab.ts';
import {
  aComponent,
  anAssessment,
  aPeriod,
  aSet,
  aUnit,
  mark,
  someSettings,
  unitId,
} from '../../../engine/builders.ts';
import { CONTEXT, viewOf } from '../views.ts';

function aYear(marks: Readonly<Record<string, number>>, more: Partial<PeriodInput> = {}): PeriodInput {
  return aPeriod({
    settings: someSettings({ period: '2022' }),
    sets: [aSet([aComponent('1', 10)])],
    units: Object.keys(marks).map((id) => aUnit(id)),
    assessments: Object.entries(marks).map(([id, points]) => anAssessment(id, { 1: mark(points) })),
    ...more,
  });
}

function past(id: string, index: number, rank: number): PastResult {
  return { period: '2021', unitId: unitId(id), index: ratio(index, 1), rank };
}

/** The paragraphs below the first group's heading, in one language. */
function told(
  input: PeriodInput,
  language: 'vi' | 'en',
  results: readonly PastResult[] = [],
  context = CONTEXT,
) {
  const { rows } = renderAnnouncement(viewOf(input, { results, links: [] }), context, '');
  return rows.slice(8).map((row) => row[language === 'vi' ? 0 : 1]?.value);
}

test('without earlier results nothing is said of changes, streaks or rises', () => {
  expect(told(aYear({ a: 9, b: 6 }), 'vi')).toEqual([
    'Chỉ số trung bình đạt 75,00 %.',
    'Dẫn đầu là unit a (90,00 %); tiếp theo là unit b (60,00 %).',
    'Có 1 đơn vị xếp loại Tốt và 1 đơn vị xếp loại Khá.',
    'Đề nghị xem xét khen thưởng: unit a.',
  ]);
});

test('a shared first place is shared in words, and nobody leads for years in a row then', () => {
  const results = [past('a', 90, 1), past('b', 80, 2)];
  expect(told(aYear({ a: 9, b: 9 }), 'en', results).slice(0, 3)).toEqual([
    'The average index is 90.00 %, up 5.00 percentage points on 2021.',
    'Unit a (90.00 %) and unit b (90.00 %) share first place.',
    'Unit b rises to first place with 90.00 % (second in the period before).',
  ]);
});

test('a mean that fell, or stayed, is said to have done so', () => {
  const before = (index: number) => [past('a', index, 1), past('b', index, 1)];
  expect(told(aYear({ a: 9, b: 7 }), 'vi', before(85))[0]).toBe(
    'Chỉ số trung bình đạt 80,00 %, giảm 5,00 điểm phần trăm so với năm 2021.',
  );
  expect(told(aYear({ a: 9, b: 7 }), 'vi', before(80))[0]).toBe(
    'Chỉ số trung bình đạt 80,00 %, bằng năm 2021.',
  );
});

test('who rose and fell is counted without empty counts, the largest of each by name', () => {
  const results = [past('a', 80, 2), past('b', 85, 1), past('c', 30, 3)];
  const text = told(aYear({ a: 9, b: 8, c: 5 }), 'vi', results);
  expect(text).toContain('So với năm 2021, chỉ số của 2 đơn vị tăng và 1 đơn vị giảm.');
  expect(text).toContain('Tăng nhiều nhất là unit c (+20,00 điểm phần trăm).');
  expect(text).toContain('Giảm nhiều nhất là unit b (−5,00 điểm phần trăm).');
});

test('a group in which nobody is ranked says so, and names who still lacks marks', () => {
  const input = aPeriod({ units: [aUnit('a'), aUnit('b')] });
  expect(told(input, 'vi')).toEqual([
    'Chưa có đơn vị nào đủ điểm để xếp hạng.',
    'Chưa xếp hạng: unit a và unit b.',
  ]);
});

test('of many units without a place the first ten are named and the others counted', () => {
  const units = Array.from({ length: 13 }, (_, place) => aUnit(`u${10 + place}`));
  expect(told(aPeriod({ units }), 'en').at(-1)).toMatch(
    /^Not ranked: unit u10, .* and unit u19, with 3 more\.$/,
  );
});

test('provisional results never pass for official ones', () => {
  const { rows } = renderAnnouncement(viewOf(aYear({ a: 9 })), { ...CONTEXT, status: 'provisional' }, '');
  expect(rows[6]?.map(({ value }) => value)).toEqual([
    'KẾT QUẢ TẠM TÍNH, CHƯA PHẢI LÀ KẾT QUẢ CHÍNH THỨC: có điểm tự đánh giá chưa được thẩm định.',
    'PROVISIONAL RESULTS, NOT OFFICIAL: some points are self-assessed and not yet appraised.',
  ]);
});

test('nobody is proposed for commendation where the settings want none', () => {
  const text = told(aYear({ a: 9 }, { analysis: { commendedPlaces: 0 } }), 'vi');
  expect(text.some((line) => String(line).includes('khen thưởng'))).toBe(false);
});

describe('who is proposed for commendation', () => {
  const commendedIn = (marks: Readonly<Record<string, number>>, analysis: PeriodInput['analysis'] = {}) =>
    told(aYear(marks, { analysis }), 'en').filter((line) => String(line).startsWith('Proposed'));

  test('no more than the share of the group, a part of a unit counted as one', () => {
    const ten = Object.fromEntries(
      Array.from('abcdefghij', (id) => [id, 10 - 'abcdefghij'.indexOf(id) / 10]),
    );
    expect(commendedIn({ a: 9, b: 8.9, c: 8.8 })).toEqual(['Proposed for commendation: unit a.']);
    expect(commendedIn(ten)).toEqual(['Proposed for commendation: unit a, unit b and unit c.']);
    expect(commendedIn({ a: 9, b: 8.9, c: 8.8 }, { commendedShare: ratio(100, 1) })).toEqual([
      'Proposed for commendation: unit a, unit b and unit c.',
    ]);
  });

  test('nobody of a low class, although no unit of the group is better', () => {
    expect(commendedIn({ a: 5, b: 4, c: 3 })).toEqual([]);
    const all = { commendedShare: ratio(100, 1) };
    expect(commendedIn({ a: 9, b: 6, c: 3 }, all)).toEqual(['Proposed for commendation: unit a.']);
  });

  test('down to the class that the settings name', () => {
    const all = { commendedShare: ratio(100, 1), commendedClass: 'Khá' };
    expect(commendedIn({ a: 9, b: 6, c: 3 }, all)).toEqual(['Proposed for commendation: unit a and unit b.']);
  });

  test('those who share the last such place together', () => {
    expect(commendedIn({ a: 9, b: 9, c: 8 })).toEqual(['Proposed for commendation: unit a and unit b.']);
  });
});

test('a period that is no year is called a period', () => {
  const quarter = aYear({ a: 9, b: 5 }, { settings: someSettings({ period: 'Quý II/2026' }) });
  const { rows } = renderAnnouncement(viewOf(quarter), { ...CONTEXT, period: 'Quý II/2026' }, '');
  expect(rows[5]?.map(({ value }) => value)).toEqual([
    'CÔNG BỐ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH KỲ QUÝ II/2026 CỦA BÌNH DƯƠNG',
    'PUBLIC ADMINISTRATION REFORM INDEX, PERIOD QUÝ II/2026, BÌNH DƯƠNG: ANNOUNCEMENT',
  ]);
});

test('the basis names the points that the sets have: appraised ones, surveyed ones, or both', () => {
  const basisOf = (input: PeriodInput) => {
    const { rows } = renderAnnouncement(viewOf(input), CONTEXT, '');
    return rows[6]?.map(({ value }) => value);
  };
  const surveyed = { ...aYear({ a: 9 }), sets: [aSet([aComponent('1', 10), aComponent('2', 5, 'survey')])] };
  const answered: PeriodInput = {
    ...surveyed,
    assessments: [...surveyed.assessments, anAssessment('a', { 2: mark(4) }, 'survey')],
  };
  expect([basisOf(aYear({ a: 9 })), basisOf(answered), basisOf(surveyed)]).toEqual([
    ['Kết quả chính thức, tính theo điểm thẩm định.', 'Official results, computed from appraised points.'],
    [
      'Kết quả chính thức, tính theo điểm thẩm định và điểm điều tra xã hội học.',
      'Official results, computed from appraised points and survey points.',
    ],
    ['Chưa có đơn vị nào đủ điểm để xếp hạng.', 'No unit has all its marks yet, so nobody is ranked.'],
  ]);
});
