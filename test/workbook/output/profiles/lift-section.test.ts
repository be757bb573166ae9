import { expect, test } from 'vitest';
import { ratio } from '../../../../src/domain/ratio.ts';
import { anAssessment, code, mark, points, someSettings, unitId } from '../../../engine/builders.ts';
import { aProfiledYear, padded, pageOf, render } from './profile-pages.ts';

test('the first of the group has nowhere to rise, and whoever lost nothing has no losses', () => {
  const page = pageOf(render(aProfiledYear()), 'unit A');
  expect(page[9]).toEqual(padded(null, 'Không mất điểm ở tiêu chí nào đã chấm'));
  expect(page.filter(([first]) => first === 'Hạng trên' || first === 'Loại trên')).toEqual([
    padded('Hạng trên', 'Đã ở hạng cao nhất của nhóm'),
    padded('Loại trên', 'Đã ở mức xếp loại cao nhất'),
  ]);
  expect(page.some(([, words]) => words === 'Không có tiêu chí nào dưới trung bình nhóm')).toBe(true);
});

test('a unit that a tie-break has put below another of the same index is not called the first, and is told what would lift it', () => {
  const given = { A: [20, 10], B: [10, 20], C: [0, 0] };
  const even = aProfiledYear({
    scoring: { tieBreaks: [{ kind: 'criterion', code: code('1') }] },
    assessments: Object.entries(given).flatMap(([id, [one = 0, two = 0]]) => [
      anAssessment(id, { 1: mark(one), 2: mark(two), 3: mark(20) }),
      anAssessment(id, { 4: mark(15) }, 'survey'),
    ]),
  });
  const target = (name: string) => pageOf(render(even), name).find(([what]) => what === 'Hạng trên')?.[1];
  expect([target('unit A'), target('unit B')]).toEqual(['Đã ở hạng cao nhất của nhóm', '4 criterion 4']);
});

test('a unit of the best index that no mark can lift is told that another has the same', () => {
  const full = ['A', 'B'].flatMap((id) => [
    anAssessment(id, { 1: mark(20), 2: mark(30), 3: mark(20) }),
    anAssessment(id, { 4: mark(30) }, 'survey'),
  ]);
  const even = aProfiledYear({ scoring: { rankStyle: 'ordinal' }, assessments: full });
  expect(pageOf(render(even), 'unit B').find(([what]) => what === 'Hạng trên')?.[1]).toBe(
    'Bằng chỉ số với đơn vị hạng trên',
  );
});

test('a class that no marks alone would reach is called so', () => {
  const ceiling = {
    atMost: 'Khá',
    when: { kind: 'penalties-above', points: points(0) },
  } as const;
  const bands = [
    { grade: 'Tốt', atLeast: ratio(80, 1) },
    { grade: 'Khá', atLeast: ratio(0, 1) },
  ] as const;
  const input = aProfiledYear({
    settings: someSettings({ period: '2022', classifications: [{ bands, ceilings: [ceiling] }] }),
    adjustments: [{ kind: 'penalty', unitId: unitId('B'), points: points(1), reason: 'nộp muộn' }],
  });
  const page = pageOf(render(input), 'unit B');
  expect(page.find(([first]) => first === 'Loại Tốt')).toEqual(
    padded('Loại Tốt', 'Đạt điểm tối đa ở mọi tiêu chí cũng chưa đủ'),
  );
  expect(page.find(([first]) => first === 'Ghi chú')?.[1]).toBe('Điểm phạt trên tổng điểm: 1');
});
