import { expect, test } from 'vitest';
import type { Change } from '../../sheets-templates/menu/src/answers.ts';
import { changeText, mostTelling } from '../../sheets-templates/menu/src/describe-changes.ts';

function change(unitName: string, before: number, after: number, causes?: Change['causes']): Change {
  const moved = { rank: { before, after }, index: {}, grade: {}, figures: [] };
  return { unitName, ...moved, ...(causes === undefined ? {} : { causes }) };
}

const CAUSE = { component: '1.5', tab: 'Quyết định', cell: 'C2', before: '0,5', after: '0', effect: -0.5 };

test('units whose own entries changed come first, then those that others moved, the largest moves first', () => {
  const changes = [
    change('passed by one', 3, 4, []),
    change('fell by two', 1, 3, [CAUSE]),
    change('passed by three', 9, 6, []),
    change('fell by five', 2, 7, [CAUSE]),
  ];
  expect(mostTelling(changes).map(({ unitName }) => unitName)).toEqual([
    'fell by five',
    'fell by two',
    'passed by three',
    'passed by one',
  ]);
});

test('an entry that nobody made before, one whose row is gone, and one whose effect is not known are told so', () => {
  const causes = [
    { component: '2.1', tab: 'Không áp dụng', cell: 'B9', before: '', after: 'Không áp dụng', effect: 0.31 },
    { component: '1.2', tab: 'Điểm phạt', before: '0,25', after: '', effect: 0.25 },
    { component: '3.1', tab: 'Thẩm định', cell: 'F4', before: '2', after: '' },
  ];
  expect(changeText(change('A', 2, 1, causes), 'vi')).toBe(
    'A: hạng 2 → 1 (Không áp dụng!B9: (trống) → Không áp dụng (+0,31); ' +
      'Điểm phạt (1.2): 0,25 → (trống) (+0,25); Thẩm định!F4: 2 → (trống))',
  );
});

test('of many causes five are named, and the others counted', () => {
  const text = changeText(change('A', 2, 1, Array(7).fill(CAUSE)), 'en');
  expect(text.split('; ').slice(4)).toEqual(['Quyết định!C2: 0,5 → 0 (-0.5)', '… and 2 more)']);
});
