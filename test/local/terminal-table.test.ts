import { expect, test } from 'vitest';
import { terminalTable } from '../../src/local/terminal-table.ts';

test('figures end in one column and words begin in one, whatever marks the letters bear', () => {
  const decomposed = 'Bàu Bàng'.normalize('NFD');
  expect(
    terminalTable(
      ['Hạng', 'Đơn vị', 'Chỉ số'],
      [
        ['1', 'Thủ Dầu Một', '84,58'],
        ['10', decomposed, '8,5'],
        ['', 'Trung bình', '78,39'],
      ],
    ),
  ).toEqual([
    'Hạng  Đơn vị       Chỉ số',
    '────  ───────────  ──────',
    '   1  Thủ Dầu Một   84,58',
    `  10  ${decomposed}        8,5`,
    '      Trung bình    78,39',
  ]);
});
