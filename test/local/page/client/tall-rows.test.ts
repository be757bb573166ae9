import { expect, test } from 'vitest';
import { tallRows } from '../../../../src/local/page/client/univer/tall-rows.ts';

const LOOKS = { wrapped: { wrap: 'wrap' }, large: { fontSize: 14 }, small: { fontSize: 8 } } as const;

test('rows that nobody sized are fitted to text that wraps or is large; numbers, small text and rows with a height of their own are not', () => {
  const rows = [
    [{ value: 'XẾP HẠNG', look: 'large' }],
    [{ value: 'Điểm thẩm định', look: 'wrapped' }],
    [{ value: 84.58, look: 'wrapped' }],
    [{ value: 'Ghi chú', look: 'small' }, null, { value: 'Bình Dương' }],
    [{ look: 'large' }],
    [{ value: 'XẾP HẠNG', look: 'large' }],
    [null, { value: 2022, look: 'large' }],
  ];
  expect(tallRows({ rows, rowHeights: { 5: 30 } }, LOOKS)).toEqual([0, 1, 6]);
});
