import { describe, expect, test } from 'vitest';
import { UNITS_WITH_PAGES } from '../../../../src/workbook/output/profiles/profiles-tab.ts';
import { aUnit, code, mark, points, unitId } from '../../../engine/builders.ts';
import { ENGLISH, rowOf, valuesOf } from '../group-views.ts';
import { aProfiledYear, nulls, PAST, padded, pageOf, render } from './profile-pages.ts';

test('the page of a unit tells its place, fields, losses, strengths, weaknesses, lifts, history and notes', () => {
  expect(pageOf(render(aProfiledYear()), 'unit B')).toEqual([
    padded('unit B (B)'),
    [
      'Hạng',
      'Xếp loại',
      'Chỉ số (%)',
      'TB nhóm (%)',
      'Cao nhất (%)',
      'Cách hạng trên (điểm %)',
      null,
      'Điều tra trừ thẩm định (điểm %)',
    ],
    [2, 'Khá', 78, 79.33, 100, 22, null, 17.14],
    nulls(8),
    ['Mã', 'Lĩnh vực', 'Tối đa', 'Điểm', 'Tỷ lệ đạt (%)', 'TB nhóm (%)', 'Cao nhất (%)', 'Hạng'],
    ['I', 'Thể chế', 50, 47, 94, 81.33, 100, 2],
    ['II', 'Tài chính', 50, 31, 62, 77.33, 100, 3],
    nulls(8),
    padded('Mã', 'Mất điểm nhiều nhất', 'Tối đa', 'Điểm', 'Mất', 'TB nhóm', 'Cao nhất'),
    padded('3', 'criterion 3', 20, 4, 16, 14.67, 20),
    padded('2', 'criterion 2', 30, 27, 3, 24, 30),
    padded('4', 'criterion 4', 30, 27, 3, 24, 30),
    ...nulls(7).map(() => nulls(8)),
    nulls(8),
    padded('Mã', 'Mạnh nhất so với trung bình nhóm', 'Tối đa', 'Điểm', 'So với TB'),
    padded('1', 'criterion 1', 20, 20, 3.33),
    padded('2', 'criterion 2', 30, 27, 3),
    padded('4', 'criterion 4', 30, 27, 3),
    padded('Mã', 'Yếu nhất so với trung bình nhóm', 'Tối đa', 'Điểm', 'So với TB'),
    padded('3', 'criterion 3', 20, 4, -10.67),
    nulls(8),
    nulls(8),
    nulls(8),
    padded('Để lên', 'cần đạt điểm tối đa ít nhất ở', 'Số mục', 'Chỉ số mới'),
    padded('Hạng trên', '3 criterion 3; 2 criterion 2; 4 criterion 4', 3, 100),
    padded('Loại Tốt', '3 criterion 3', 1, 94),
    padded(null, 'Diễn biến qua các kỳ', '2020', '2021', '2022'),
    padded(null, 'Chỉ số (%)', null, 92, 78),
    padded(null, 'Hạng', 3, 1, 2),
    padded(null, 'Xếp loại', null, 'Tốt', 'Khá'),
    padded(null, 'Thay đổi chỉ số (điểm %)', null, null, -14),
    padded(null, 'Thay đổi hạng', null, null, -1),
    padded('Ghi chú', 'Không có'),
    padded('Hội đồng', 'Không có'),
    nulls(8),
  ]);
});

test('notes tell what does not apply, what was taken off, and what the council decided and why', () => {
  const input = aProfiledYear({
    exemptions: [{ unitId: unitId('C'), code: code('3'), reason: 'no such task', approvedBy: 'board' }],
    adjustments: [
      { kind: 'penalty', unitId: unitId('C'), points: points(0.25), reason: 'báo cáo sai', code: code('I') },
      { kind: 'bonus', unitId: unitId('C'), points: points(1), reason: 'sáng kiến' },
    ],
    overrides: [
      {
        unitId: unitId('C'),
        code: code('1'),
        points: points(7.5),
        reason: 'phúc tra',
        decidedBy: 'Hội đồng thẩm định',
      },
    ],
  });
  const page = pageOf(render(input), 'unit C');
  expect(page.slice(-2).map(([first, words]) => [first, words])).toEqual([
    ['Ghi chú', 'Không áp dụng: 3 (20 điểm); Bị trừ 0,25 điểm ở tiêu chí hoặc lĩnh vực; Điểm thưởng: 1'],
    ['Hội đồng', '1: 7,5 điểm – phúc tra – Hội đồng thẩm định'],
  ]);
});

describe('a unit that still lacks marks', () => {
  const { assessments } = aProfiledYear();
  const unfinished = aProfiledYear({
    assessments: assessments.filter(({ unitId: id, stage }) => id !== 'C' || stage !== 'survey'),
  });
  const page = pageOf(render(unfinished), 'unit C');

  test('has no place and no index, and its blank is neither a loss nor a share', () => {
    expect(page[2]?.slice(0, 4)).toEqual(['Chưa xếp hạng', null, null, 89]);
    expect(page[6]).toEqual(['II', 'Tài chính', 50, 20, '?', 81, 100, null]);
    expect(page.slice(9, 12).map(([row]) => row)).toEqual(['2', '1', null]);
  });

  test('is told what it can still become, like all of its group', () => {
    expect(page.find(([, words]) => words === 'Tùy các điểm còn thiếu của nhóm')).toEqual(
      padded(null, 'Tùy các điểm còn thiếu của nhóm', 3, 3, 75, 45),
    );
    expect(
      pageOf(render(unfinished), 'unit A').some(([, words]) => words === 'Tùy các điểm còn thiếu của nhóm'),
    ).toBe(true);
  });

  test('is told what is missing', () => {
    expect(page.find(([first]) => first === 'Ghi chú')?.[1]).toBe('Chưa đủ điểm: còn thiếu 1 tiêu chí (4)');
  });
});

test('a unit that is scored but takes no place is not called one that may yet be ranked', () => {
  const input = aProfiledYear({ units: [aUnit('A'), aUnit('B'), aUnit('C', { ranked: false })] });
  const page = pageOf(render(input), 'unit C');
  expect(page[2]?.slice(0, 3)).toEqual(['Không xếp hạng', 'Khá', 60]);
  expect(page.find(([first]) => first === 'Hạng trên')?.[1]).toBe('Không xếp hạng');
});

test('ranks and movements stay numbers: 2/3 and ▼1 are only how they are shown', () => {
  const content = render(aProfiledYear());
  const top = rowOf(content, 'unit B');
  expect(content.rows[top + 2]?.[0]).toMatchObject({ value: 2, style: { numberFormat: '0"/3"' } });
  const moved = content.rows.slice(top).find((row) => row[1]?.value === 'Thay đổi hạng');
  expect(moved?.[4]).toMatchObject({
    value: -1,
    style: { numberFormat: '"▲"0;"▼"0;"="', foreground: '#b45309' },
  });
});

test('a field at or above the mean of the group is told apart from one below it', () => {
  const content = render(aProfiledYear());
  const top = rowOf(content, 'unit B');
  const colours = [5, 6].map((row) => content.rows[top + row]?.[4]?.style?.foreground);
  expect(colours).toEqual(['#1d4ed8', '#b45309']);
});

test('in English the page has English words, and English names where there are any', () => {
  const page = pageOf(render(aProfiledYear(), PAST, ENGLISH), 'unit B');
  expect(page[1]?.slice(0, 6)).toEqual([
    'Rank',
    'Class',
    'Index (%)',
    'Group mean (%)',
    'Best (%)',
    'Gap to next place (pp)',
  ]);
  expect(page[5]?.slice(0, 2)).toEqual(['I', 'Law']);
  expect(page.find(([first]) => first === 'Class Good')?.[1]).toBe('3 criterion 3');
});

test('a penalty, an over-claim and a parent are told where the group has such', () => {
  const input = aProfiledYear({ units: ['A', 'B', 'C'].map((id) => aUnit(id, { parent: 'Dĩ An' })) });
  const claimed = {
    ...input,
    assessments: [
      ...input.assessments,
      { unitId: unitId('B'), stage: 'self-assessment' as const, marks: new Map([[code('3'), mark(10)]]) },
    ],
  };
  const page = pageOf(render(claimed), 'unit B');
  expect(page[0]?.[0]).toBe('unit B (B) · Dĩ An');
  expect(page.slice(1, 3).map((row) => row[6])).toEqual(['Tự chấm cao hơn (điểm)', 6]);
});

test('a single unit has one page', () => {
  const { assessments } = aProfiledYear();
  const alone = aProfiledYear({
    units: [aUnit('B')],
    assessments: assessments.filter(({ unitId: id }) => id === 'B'),
  });
  const content = render(alone, []);
  expect(content).not.toHaveProperty('pageBreaks');
  expect(valuesOf(content)[6]).toEqual([1, 'Khá', 78, 78, 78, null, null, 17.14]);
});

test('200 units have pages, 201 have lines', () => {
  const group = (count: number) =>
    aProfiledYear({
      units: Array.from({ length: count }, (_, place) => aUnit(`u${place}`)),
      assessments: [],
    });
  const [pages, lines] = [UNITS_WITH_PAGES, UNITS_WITH_PAGES + 1].map((count) => render(group(count), []));
  expect(pages?.pageBreaks).toHaveLength(199);
  expect(lines?.rows).toHaveLength(5 + 201);
  expect(lines?.rows[3]?.[0]?.value).toBe(
    'Nhóm có 201 đơn vị, nhiều hơn 200: mỗi đơn vị ghi một dòng thay cho một trang hồ sơ.',
  );
});
